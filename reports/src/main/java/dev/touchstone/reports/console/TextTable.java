package dev.touchstone.reports.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells, aligned by the cells of a terminal that they take. The first columns are names, the others numbers. */
final class TextTable {

    private static final String GAP = "  ";

    private final int names;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param names how many columns, from the left, are aligned left; the others are aligned right */
    TextTable(int names) {
        this.names = names;
    }

    /** Adds a row; each has the same number of cells. */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The rows as lines, without blanks at their ends. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> CellWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - CellWidth.of(cell));
            line.append(column == 0 ? "" : GAP).append(column < names ? cell + blanks : blanks + cell);
        }
        return line.toString().stripTrailing();
    }
}
