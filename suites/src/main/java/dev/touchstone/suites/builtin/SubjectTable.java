package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code subjects.csv}: a header, then one subject a line, in report order. */
final class SubjectTable {

    private static final List<String> HEADER = List.of("id", "title", "localTitle", "group");

    private SubjectTable() {}

    static List<Subject> read(String name, String text) {
        List<CSVRecord> records = records(text);
        if (records.isEmpty() || !records.get(0).toList().equals(HEADER)) {
            throw new SuiteException(name + " line 1: the header must be " + String.join(",", HEADER));
        }
        List<Subject> subjects = new ArrayList<>();
        for (CSVRecord row : records.subList(1, records.size())) {
            if (row.size() != HEADER.size()) {
                throw new SuiteException(name + " line " + (row.getRecordNumber()) + ": " + row.size()
                        + " columns, expected " + HEADER.size() + " (" + String.join(",", HEADER) + ")");
            }
            subjects.add(new Subject(row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        return List.copyOf(subjects);
    }

    private static List<CSVRecord> records(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
