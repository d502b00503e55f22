package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells that tables of results have in common. */
final class TableCells {

    /** In cells, with the indent. Only one of C-Eval's English names is longer. */
    private static final int NAME_CELLS = 38;

    /** Keeps a table with one metric within 110 columns, and one with two and all other columns within 130. */
    private static final int LOCAL_NAME_CELLS = 20;

    private final Style style;
    private final Footnotes notes;
    private final boolean hasLocalNames;
    private final boolean hasErrors;
    private final boolean hasCuts;

    /**
     * @param rows all rows of the table: they decide which columns it has
     * @param notes takes in why something is undefined
     */
    TableCells(List<TableRow> rows, Style style, Footnotes notes) {
        this.style = style;
        this.notes = notes;
        String localNames =
                String.join("", rows.stream().map(TableRow::localName).toList());
        this.hasLocalNames = !localNames.isEmpty() && style.canPrint(localNames);
        this.hasErrors = rows.stream().anyMatch(row -> row.outcomes().error() > 0);
        this.hasCuts = rows.stream().anyMatch(row -> row.cut() > 0);
    }

    /** How many cells {@link #names} gives. */
    int nameCount() {
        return hasLocalNames ? 2 : 1;
    }

    List<String> names(String name, String localName) {
        List<String> cells = new ArrayList<>();
        cells.add(CellWidth.cut(name, NAME_CELLS, style.ellipsis()));
        if (hasLocalNames) {
            cells.add(CellWidth.cut(localName, LOCAL_NAME_CELLS, style.ellipsis()));
        }
        return cells;
    }

    /** The value in the metric's unit. */
    String value(String metric, @Nullable Estimate estimate) {
        return number(metric, estimate == null ? null : estimate.value());
    }

    /** Standard error and interval. */
    List<String> uncertainty(String metric, @Nullable Estimate estimate) {
        return estimate == null
                ? List.of(style.dash(), style.dash())
                : List.of(number(metric, estimate.standardError()), interval(metric, estimate.interval95()));
    }

    /** The titles of the last columns. */
    List<String> lastTitles() {
        return optional("errors", "cut", "");
    }

    /** What went wrong, and marks for what is undefined. */
    List<String> last(TableRow row, Collection<Estimate> estimates) {
        return optional(positive(row.outcomes().error()), positive(row.cut()), notes.mark(estimates));
    }

    /** The same for a further line of a row, whose counts stand in its first one. */
    List<String> lastOfSameRow(Estimate estimate) {
        return optional("", "", notes.mark(List.of(estimate)));
    }

    private List<String> optional(String errors, String cut, String note) {
        List<String> cells = new ArrayList<>();
        if (hasErrors) {
            cells.add(errors);
        }
        if (hasCuts) {
            cells.add(cut);
        }
        cells.add(note);
        return cells;
    }

    private String number(String metric, @Nullable Double value) {
        return value == null ? style.dash() : Figures.metric(metric, value);
    }

    private String interval(String metric, Estimate.@Nullable Interval interval) {
        return interval == null
                ? style.dash()
                : Figures.metric(metric, interval.low()) + " " + style.dash() + " "
                        + Figures.metric(metric, interval.high());
    }

    private static String positive(long count) {
        return count > 0 ? Figures.count(count) : "";
    }
}
