package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suite's results by group and subject. The headline metric has its standard error and interval beside it, the others only their
 * value. Columns that would be empty (local names, errors, cut prompts, notes) are left out.
 */
final class SuiteTable {

    /** In cells, with the indent. Only one of C-Eval's English names is longer. */
    private static final int NAME_CELLS = 38;

    /** Keeps a table with one metric within 110 columns, and one with two and all other columns within 130. */
    private static final int LOCAL_NAME_CELLS = 20;

    private final Style style;
    private final List<TableRow> rows;
    private final List<String> metrics;
    private final Footnotes notes = new Footnotes();
    private final boolean hasLocalNames;
    private final boolean hasErrors;
    private final boolean hasCuts;

    SuiteTable(SuiteResult suite, Style style) {
        this.style = style;
        this.rows = TableRow.of(suite);
        this.metrics = List.copyOf(suite.metrics().keySet());
        String localNames =
                String.join("", rows.stream().map(TableRow::localName).toList());
        this.hasLocalNames = !localNames.isEmpty() && style.canPrint(localNames);
        this.hasErrors = suite.outcomes().error() > 0;
        this.hasCuts = rows.stream().anyMatch(row -> row.cut() > 0);
    }

    /** The table's lines, groups and total in bold, with the notes below. */
    List<String> lines() {
        TextTable table = new TextTable(hasLocalNames ? 2 : 1);
        table.add(header());
        rows.forEach(row -> table.add(cells(row)));
        List<String> plain = table.lines();
        String rule = style.faint(
                style.rule(plain.stream().mapToInt(CellWidth::of).max().orElse(0)));
        List<String> lines = new ArrayList<>(List.of(rule, style.faint(plain.get(0)), rule));
        for (int i = 0; i < rows.size(); i++) {
            boolean total = rows.get(i).level() == TableRow.Level.TOTAL;
            lines.addAll(total ? List.of(rule) : List.of());
            lines.add(isSum(rows.get(i)) ? style.bold(plain.get(i + 1)) : plain.get(i + 1));
        }
        lines.add(rule);
        lines.addAll(notes.lines());
        return lines;
    }

    private static boolean isSum(TableRow row) {
        return row.level() != TableRow.Level.SUBJECT;
    }

    private List<String> header() {
        List<String> cells = names("", "");
        for (String metric : metrics) {
            cells.add(metric + Figures.unit(metric));
            cells.addAll(isHeadline(metric) ? List.of("std error", "95 % interval") : List.of());
        }
        cells.add("n");
        addOptional(cells, "errors", "cut", "");
        return cells;
    }

    private List<String> cells(TableRow row) {
        List<String> cells = names(row.name(), row.localName());
        for (String metric : metrics) {
            Estimate estimate = row.metrics().get(metric);
            cells.add(number(metric, estimate == null ? null : estimate.value()));
            if (isHeadline(metric)) {
                cells.add(number(metric, estimate == null ? null : estimate.standardError()));
                cells.add(interval(metric, estimate == null ? null : estimate.interval95()));
            }
        }
        cells.add(Figures.count(evaluated(row)));
        addOptional(
                cells,
                positive(row.outcomes().error()),
                positive(row.cut()),
                notes.mark(row.metrics().values()));
        return cells;
    }

    private List<String> names(String name, String localName) {
        List<String> cells = new ArrayList<>();
        cells.add(CellWidth.cut(name, NAME_CELLS, style.ellipsis()));
        if (hasLocalNames) {
            cells.add(CellWidth.cut(localName, LOCAL_NAME_CELLS, style.ellipsis()));
        }
        return cells;
    }

    private void addOptional(List<String> cells, String errors, String cut, String note) {
        if (hasErrors) {
            cells.add(errors);
        }
        if (hasCuts) {
            cells.add(cut);
        }
        cells.add(note);
    }

    private boolean isHeadline(String metric) {
        return metric.equals(metrics.get(0));
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

    /** The number that the headline metric is computed from. */
    private int evaluated(TableRow row) {
        return metrics.isEmpty() || !row.metrics().containsKey(metrics.get(0))
                ? row.outcomes().total() - row.outcomes().error()
                : row.metrics().get(metrics.get(0)).n();
    }

    private static String positive(long count) {
        return count > 0 ? Figures.count(count) : "";
    }
}
