package dev.touchstone.reports.console;

import dev.touchstone.reports.Figures;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.MetricName.Of;
import java.util.ArrayList;
import java.util.List;

/**
 * A suite's results by group and subject: a line for each where they all have the same shares ({@link WideRows}), such as accuracies, else a
 * line for each metric ({@link LongRows}). Columns that would be empty (local names, errors, cut prompts, notes) are left out.
 */
final class SuiteTable {

    private final SuiteResult suite;
    private final Style style;
    private final Footnotes notes = new Footnotes();

    SuiteTable(SuiteResult suite, Style style) {
        this.suite = suite;
        this.style = style;
    }

    /** The table's lines, groups and total in bold, with the notes below. */
    List<String> lines() {
        List<TableRow> rows = TableRow.of(suite);
        TableRows form = form(rows);
        TextTable table = new TextTable(form.names());
        table.add(form.header());
        List<TableRow> rowOfLine = new ArrayList<>();
        for (TableRow row : rows) {
            for (List<String> cells : form.lines(row)) {
                table.add(cells);
                rowOfLine.add(row);
            }
        }
        return framed(table.lines(), rowOfLine);
    }

    private TableRows form(List<TableRow> rows) {
        TableCells cells = new TableCells(rows, style, notes);
        return isMixed() || hasSeveralScales() ? new LongRows(cells) : new WideRows(cells, inColumns());
    }

    /** What only some subjects are measured by has no column that all rows could fill. */
    private boolean isMixed() {
        return suite.subjects().stream()
                .anyMatch(subject ->
                        !subject.metrics().keySet().equals(suite.metrics().keySet()));
    }

    /** Two perplexities need an interval each, as they tell nothing of one another. */
    private boolean hasSeveralScales() {
        return inColumns().size() > 1 && !inColumns().stream().allMatch(Figures::isShare);
    }

    /** How sure the model was has a line of its own: five columns more would not fit. */
    private List<String> inColumns() {
        return suite.metrics().keySet().stream()
                .filter(metric -> !isOfProbabilities(metric))
                .toList();
    }

    private List<String> probabilities() {
        List<String> parts = new ArrayList<>();
        suite.metrics().forEach((metric, estimate) -> {
            if (isOfProbabilities(metric) && estimate.value() != null) {
                parts.add(metric + " " + Figures.metric(metric, estimate.value()) + Figures.unit(metric)
                        + (estimate.interval95() == null
                                ? ""
                                : " ["
                                        + Figures.metric(
                                                metric, estimate.interval95().low()) + " " + style.dash() + " "
                                        + Figures.metric(
                                                metric, estimate.interval95().high()) + "]"));
            }
        });
        return parts.isEmpty() ? List.of() : List.of(String.join(style.separator(), parts));
    }

    private static boolean isOfProbabilities(String metric) {
        return MetricName.find(metric)
                .filter(name -> name.of() == Of.PROBABILITIES)
                .isPresent();
    }

    private List<String> framed(List<String> plain, List<TableRow> rowOfLine) {
        String rule = style.faint(
                style.rule(plain.stream().mapToInt(CellWidth::of).max().orElse(0)));
        List<String> lines = new ArrayList<>(List.of(rule, style.faint(plain.get(0)), rule));
        boolean inTotal = false;
        for (int i = 0; i < rowOfLine.size(); i++) {
            boolean total = rowOfLine.get(i).level() == TableRow.Level.TOTAL;
            lines.addAll(total && !inTotal ? List.of(rule) : List.of());
            inTotal = total;
            lines.add(isSum(rowOfLine.get(i)) ? style.bold(plain.get(i + 1)) : plain.get(i + 1));
        }
        lines.add(rule);
        lines.addAll(notes.lines());
        lines.addAll(isMixed() || hasSeveralScales() ? List.of() : probabilities());
        if (isMixed() && suite.metrics().isEmpty()) {
            lines.add("no total: no metric is common to all rows");
        }
        return lines;
    }

    private static boolean isSum(TableRow row) {
        return row.level() != TableRow.Level.SUBJECT;
    }
}
