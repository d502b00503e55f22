package dev.touchstone.suites.data;

import dev.touchstone.suites.Task.DataLayout;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV as Python's {@code csv.reader} with its default dialect on a file opened with {@code newline=''}: a quote counts only at the
 * beginning of a field, what follows a closing quote belongs to the field, line breaks inside quotes stay as they are, and empty lines are
 * no rows. A quote that is never closed is an error here, where Python takes the rest of the file.
 */
final class CsvRows {

    private static final CSVFormat PYTHON =
            CSVFormat.DEFAULT.builder().setTrailingData(true).get();

    private final DataLayout layout;
    private final Problems problems;

    CsvRows(DataLayout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** The rows, without those that have a problem. */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> columns = layout.columns();
        boolean header = layout.header();
        for (Record record : records(text)) {
            if (header) {
                columns = columns(record);
                header = false;
            } else if (record.values().length == columns.size()) {
                rows.add(new Row(record.line(), fields(columns, record.values())));
            } else {
                addWrongCount(record, columns);
            }
        }
        return rows;
    }

    private List<Record> records(String text) {
        List<Record> records = new ArrayList<>();
        Lines lines = new Lines(text);
        int end = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), PYTHON)) {
            Iterator<CSVRecord> iterator = parser.iterator();
            while (iterator.hasNext()) {
                CSVRecord record = iterator.next();
                end = Math.toIntExact(record.getCharacterPosition());
                records.add(new Record(lines.at(afterBlankLines(text, end)), record.values()));
            }
        } catch (IOException | UncheckedIOException e) {
            // Of a text in memory, only an open quote cannot be read
            int quote = OpenQuote.find(text);
            problems.add(lines.at(Math.max(quote, 0)), "the quote that opens here is never closed; add the closing \"");
        }
        return records;
    }

    private static int afterBlankLines(String text, int from) {
        int index = from;
        while (index < text.length() && (text.charAt(index) == '\n' || text.charAt(index) == '\r')) {
            index++;
        }
        return index;
    }

    /** Published files may have more columns than a suite needs, after those that it needs. */
    private List<String> columns(Record header) {
        List<String> found = List.of(header.values());
        int expected = layout.columns().size();
        if (found.size() < expected || !found.subList(0, expected).equals(layout.columns())) {
            problems.add(
                    header.line(),
                    "the header is " + Problems.quoted(String.join(",", found)) + ", expected "
                            + String.join(",", layout.columns()));
            return layout.columns();
        }
        return found;
    }

    private void addWrongCount(Record record, List<String> columns) {
        problems.add(
                record.line(),
                record.values().length + " columns, expected " + columns.size() + " (" + String.join(",", columns)
                        + "); put a field that holds a comma or a line break in quotes");
    }

    private static Map<String, String> fields(List<String> columns, String[] values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(columns.get(i), values[i]);
        }
        return fields;
    }

    private record Record(int line, String[] values) {}
}
