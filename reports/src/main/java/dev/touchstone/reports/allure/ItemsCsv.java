package dev.touchstone.reports.allure;

import dev.touchstone.reports.Names;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.Finding.OfChoices;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.ItemResult;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A subject's items as a table for spreadsheets: CSV after RFC 4180, a row for each item, a column for each choice's log-likelihood, or for
 * what was measured of a text or found by a check. Fields that do not apply are empty.
 */
final class ItemsCsv {

    private static final List<String> COLUMNS =
            List.of("id", "outcome", "gold", "answer", "tokens", "cut", "promptSha256", "error");

    private static final List<String> TEXT_COLUMNS = List.of("loglikelihood", "words", "bytes");

    private ItemsCsv() {}

    static String of(List<ItemResult> items) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
        printer.printRecord(Stream.concat(COLUMNS.stream(), measurementColumns(items)));
        for (ItemResult item : items) {
            printer.printRecord(row(item));
        }
        return text.toString();
    }

    /** As the item with the most choices needs them. */
    private static Stream<String> measurementColumns(List<ItemResult> items) {
        if (items.stream().anyMatch(item -> item.finding() instanceof WholeText)) {
            return TEXT_COLUMNS.stream();
        }
        if (items.stream().anyMatch(item -> item.finding() instanceof Checked)) {
            return Stream.of("evidence");
        }
        return items.stream()
                .filter(item -> item.finding() instanceof OfChoices)
                .max(Comparator.comparingInt(item -> item.choices().size()))
                .stream()
                .flatMap(item -> IntStream.range(0, item.choices().size())
                        .mapToObj(i -> "loglikelihood " + Names.choice(item, i)));
    }

    private static List<String> row(ItemResult item) {
        Stream<String> fields = Stream.of(
                item.id(),
                item.outcome().jsonName(),
                gold(item),
                answer(item),
                Integer.toString(item.tokens().prompt()),
                Integer.toString(item.tokens().truncated()),
                item.promptSha256(),
                item.error() == null ? "" : item.error());
        return Stream.concat(fields, measurements(item)).toList();
    }

    /** A choice, or a place on a scale. */
    private static String gold(ItemResult item) {
        if (item.finding() instanceof OnScale place) {
            return Double.toString(place.gold());
        }
        if (item.finding() instanceof Failed failed) {
            return failed.gold() < 0 ? "" : Names.choice(failed.gold());
        }
        return item.finding() instanceof Chosen chosen ? Names.choice(chosen.gold()) : "";
    }

    /** A choice, or a prediction. */
    private static String answer(ItemResult item) {
        if (item.finding() instanceof OnScale place) {
            return number(place.prediction());
        }
        return item.finding() instanceof Chosen chosen ? Names.choice(chosen.answer()) : "";
    }

    private static Stream<String> measurements(ItemResult item) {
        if (item.finding() instanceof WholeText text) {
            return Stream.of(
                    number(text.loglikelihood()), Integer.toString(text.words()), Integer.toString(text.bytes()));
        }
        if (item.finding() instanceof Checked checked) {
            return Stream.of(checked.text());
        }
        return item.finding() instanceof OfChoices scored
                ? scored.loglikelihoods().stream().map(ItemsCsv::number)
                : Stream.empty();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
