package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.None;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a CSV file with a header. As pandas reads it: a column of whole numbers, numbers or truth values has that type, all others are text; an
 * empty field, and words such as NA, are {@code None}, and make whole numbers fractional.
 */
final class CsvDocs {

    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");
    private static final Set<String> TRUTHS = Set.of("True", "False", "TRUE", "FALSE", "true", "false");
    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");

    private CsvDocs() {}

    static List<Doc> read(Path file, String text) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();
        List<CSVRecord> records = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            int at = 0;
            int line = 1;
            for (CSVRecord row : parser) {
                int start = afterBlankLines(text, (int) row.getCharacterPosition());
                line += (int)
                        text.substring(at, start).chars().filter(c -> c == '\n').count();
                at = start;
                records.add(row);
                lines.add(line);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Place(file, 1).refuse("malformed CSV: " + e.getMessage());
        }
        return records.isEmpty() ? List.of() : docs(file, records, lines);
    }

    private static int afterBlankLines(String text, int from) {
        int index = from;
        while (index < text.length() && (text.charAt(index) == '\n' || text.charAt(index) == '\r')) {
            index++;
        }
        return index;
    }

    private static List<Doc> docs(Path file, List<CSVRecord> records, List<Integer> lines) {
        List<String> header = records.get(0).toList();
        List<CSVRecord> rows = records.subList(1, records.size());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != header.size()) {
                throw new Place(file, lines.get(i + 1))
                        .refuse(rows.get(i).size() + " columns, expected " + header.size() + " ("
                                + String.join(",", header) + ")");
            }
        }
        List<Map<String, Object>> values = new ArrayList<>();
        rows.forEach(row -> values.add(new LinkedHashMap<>()));
        for (int column = 0; column < header.size(); column++) {
            int index = column;
            List<Object> typed = typed(rows.stream().map(row -> row.get(index)).toList());
            for (int i = 0; i < rows.size(); i++) {
                values.get(i).put(header.get(column), typed.get(i));
            }
        }
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            docs.add(new Doc(values.get(i), new Place(file, lines.get(i + 1))));
        }
        return docs;
    }

    private static List<Object> typed(List<String> column) {
        List<String> present =
                column.stream().filter(field -> !MISSING.contains(field)).toList();
        boolean complete = present.size() == column.size();
        if (complete && all(present, WHOLE.asMatchPredicate())) {
            return column.stream()
                    .map(field -> (Object) Long.valueOf(field.strip()))
                    .toList();
        }
        if (complete && all(present, TRUTHS::contains)) {
            return column.stream().map(field -> (Object) Boolean.valueOf(field)).toList();
        }
        boolean numbers = all(present, NUMBER.asMatchPredicate());
        return column.stream()
                .map(field ->
                        MISSING.contains(field) ? None.NONE : numbers ? (Object) Double.valueOf(field.strip()) : field)
                .toList();
    }

    private static boolean all(List<String> fields, Predicate<String> test) {
        return !fields.isEmpty() && fields.stream().allMatch(test);
    }
}
