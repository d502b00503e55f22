package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import java.util.List;
import java.util.stream.Stream;

/** A line for each row. The headline metric has its standard error and interval beside it, the others only their value. */
final class WideRows implements TableRows {

    private final TableCells cells;
    private final List<String> metrics;

    /** @param metrics that each row has, the headline one first */
    WideRows(TableCells cells, List<String> metrics) {
        this.cells = cells;
        this.metrics = metrics;
    }

    @Override
    public int names() {
        return cells.nameCount();
    }

    @Override
    public List<String> header() {
        List<String> titles = cells.names("", "");
        for (String metric : metrics) {
            titles.add(metric + Figures.unit(metric));
            titles.addAll(isHeadline(metric) ? List.of("std error", "95 % interval") : List.of());
        }
        titles.add("n");
        titles.addAll(cells.lastTitles());
        return titles;
    }

    @Override
    public List<List<String>> lines(TableRow row) {
        List<String> line = cells.names(row.name(), row.localName());
        for (String metric : metrics) {
            Estimate estimate = row.metrics().get(metric);
            line.add(cells.value(metric, estimate));
            line.addAll(isHeadline(metric) ? cells.uncertainty(metric, estimate) : List.of());
        }
        line.add(Figures.count(evaluated(row)));
        line.addAll(cells.last(
                row,
                metrics.stream()
                        .flatMap(metric -> Stream.ofNullable(row.metrics().get(metric)))
                        .toList()));
        return List.of(line);
    }

    private boolean isHeadline(String metric) {
        return metric.equals(metrics.get(0));
    }

    /** The number that the headline metric is computed from. */
    private int evaluated(TableRow row) {
        return metrics.isEmpty() || !row.metrics().containsKey(metrics.get(0))
                ? row.outcomes().total() - row.outcomes().error()
                : row.metrics().get(metrics.get(0)).n();
    }
}
