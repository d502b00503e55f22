package dev.touchstone.reports.allure;

import dev.touchstone.reports.Names;
import dev.touchstone.result.ItemResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A subject's items as a table for spreadsheets: CSV after RFC 4180, a row for each item, a column for each choice's log-likelihood.
 * Fields that do not apply are empty.
 */
final class ItemsCsv {

    private static final List<String> COLUMNS =
            List.of("id", "outcome", "gold", "answer", "tokens", "cut", "promptSha256", "error", "evidence");

    private ItemsCsv() {}

    static String of(List<ItemResult> items) throws IOException {
        int choices =
                items.stream().mapToInt(item -> item.choices().size()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
        printer.printRecord(Stream.concat(COLUMNS.stream(), letters(choices).map(letter -> "loglikelihood " + letter)));
        for (ItemResult item : items) {
            printer.printRecord(row(item));
        }
        return text.toString();
    }

    private static Stream<String> letters(int choices) {
        return Stream.iterate(0, i -> i < choices, i -> i + 1).map(Names::choice);
    }

    private static List<String> row(ItemResult item) {
        Stream<String> fields = Stream.of(
                item.id(),
                item.outcome().jsonName(),
                Names.choice(item.gold()),
                item.answer() < 0 ? "" : Names.choice(item.answer()),
                Integer.toString(item.tokens().prompt()),
                Integer.toString(item.tokens().truncated()),
                item.promptSha256(),
                item.error() == null ? "" : item.error(),
                item.evidence() == null ? "" : item.evidence().text());
        Stream<String> loglikelihoods =
                item.loglikelihoods().stream().map(value -> String.format(Locale.ROOT, "%.6f", value));
        return Stream.concat(fields, loglikelihoods).toList();
    }
}
