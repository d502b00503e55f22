package dev.touchstone.suites.data;

import dev.touchstone.suites.Task.DataLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lines with tabs between their columns. Quotes mean nothing: GLUE's files have unbalanced ones. */
final class TsvRows {

    private final DataLayout layout;
    private final Problems problems;
    private List<String> columns = List.of();

    TsvRows(DataLayout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** The rows, without those that have a problem. */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        columns = layout.columns();
        Lines lines = new Lines(text);
        for (int line = 1; line <= lines.count(); line++) {
            String content = lines.text(line).replaceAll("\\R$", "");
            if (line == 1 && layout.header()) {
                checkHeader(content);
            } else if (!content.isEmpty()) {
                addRow(line, content.split("\t", -1), rows);
            }
        }
        return rows;
    }

    private void checkHeader(String header) {
        if (layout.columns().isEmpty()) {
            columns = List.of(header.split("\t", -1));
        } else if (!List.of(header.split("\t", -1)).equals(layout.columns())) {
            problems.add(
                    1,
                    "the header is " + Problems.quoted(header.replace('\t', ',')) + ", expected "
                            + String.join(",", layout.columns()) + " with tabs between");
        }
    }

    private void addRow(int line, String[] values, List<Row> rows) {
        if (values.length != columns.size()) {
            problems.add(
                    line,
                    values.length + " columns, expected " + columns.size() + " (" + String.join(",", columns)
                            + ") with tabs between");
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(columns.get(i), values[i]);
        }
        rows.add(new Row(line, fields));
    }
}
