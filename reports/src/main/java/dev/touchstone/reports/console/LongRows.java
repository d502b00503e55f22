package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import java.util.ArrayList;
import java.util.List;

/** A line for each metric of a row, for suites whose subjects are measured in different ways; the first one has the row's name and counts. */
final class LongRows implements TableRows {

    private final TableCells cells;

    LongRows(TableCells cells) {
        this.cells = cells;
    }

    @Override
    public int names() {
        return cells.nameCount() + 1;
    }

    @Override
    public List<String> header() {
        List<String> titles = cells.names("", "");
        titles.addAll(List.of("metric", "value", "std error", "95 % interval", "n"));
        titles.addAll(cells.lastTitles());
        return titles;
    }

    @Override
    public List<List<String>> lines(TableRow row) {
        List<List<String>> lines = new ArrayList<>();
        row.metrics().forEach((metric, estimate) -> lines.add(line(row, metric, estimate, lines.isEmpty())));
        return lines;
    }

    private List<String> line(TableRow row, String metric, Estimate estimate, boolean first) {
        List<String> line = first ? cells.names(row.name(), row.localName()) : cells.names("", "");
        line.add(metric + Figures.unit(metric));
        line.add(cells.value(metric, estimate));
        line.addAll(cells.uncertainty(metric, estimate));
        line.add(Figures.count(estimate.n()));
        line.addAll(first ? cells.last(row, List.of(estimate)) : cells.lastOfSameRow(estimate));
        return line;
    }
}
