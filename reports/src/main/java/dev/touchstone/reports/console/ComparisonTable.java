package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.reports.Throughput;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A suite's variants beside each other: what each lost and gained on the same items, what its weights take, how fast it was. */
final class ComparisonTable {

    /** p-values below this are not told apart. */
    private static final double SMALLEST_P = 0.001;

    private final List<VariantComparison> comparisons;
    private final SuiteResult baseline;
    private final Style style;

    /** @param comparisons of one suite, at least one, all with the same baseline */
    ComparisonTable(List<VariantComparison> comparisons, Style style) {
        this.comparisons = comparisons;
        this.baseline = comparisons.get(0).baseline();
        this.style = style;
    }

    List<String> lines() {
        TextTable table = new TextTable(1);
        table.add(List.of(
                "",
                "right %",
                "difference",
                "95 % interval",
                "lost",
                "gained",
                "changed",
                "p",
                "n",
                "bits a weight",
                "size",
                "tokens/s"));
        table.add(baselineCells());
        comparisons.forEach(comparison -> table.add(cells(comparison)));
        List<String> plain = table.lines();
        String rule = style.faint(
                style.rule(plain.stream().mapToInt(CellWidth::of).max().orElse(0)));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title());
        lines.addAll(List.of(rule, style.faint(plain.get(0)), rule));
        lines.addAll(plain.subList(1, plain.size()));
        lines.add(rule);
        comparisons.stream()
                .filter(comparison -> comparison.leftOut() > 0)
                .forEach(comparison -> lines.add(style.warning("! "
                        + comparison.candidate().variant().precision()
                        + ": items left out, as not both evaluated them: "
                        + Figures.count(comparison.leftOut()))));
        return lines;
    }

    private String title() {
        String form = baseline.variant().form();
        return style.bold(Names.of(baseline)) + "  precisions compared with "
                + baseline.variant().precision() + " on the same items" + (form.isEmpty() ? "" : ", " + form);
    }

    private List<String> baselineCells() {
        int evaluated = baseline.outcomes().judged();
        List<String> cells = new ArrayList<>();
        cells.add(baseline.variant().precision());
        cells.add(right(baseline.outcomes().correct(), evaluated));
        cells.addAll(List.of("", "", "", "", "", "", Figures.count(evaluated)));
        cells.addAll(cost(baseline));
        return cells;
    }

    private List<String> cells(VariantComparison comparison) {
        List<String> cells = new ArrayList<>();
        var outcomes = comparison.outcomes();
        cells.add(comparison.candidate().variant().precision());
        cells.add(right(outcomes.bothRight() + outcomes.gained(), outcomes.n()));
        cells.add(points(comparison.difference().value()));
        cells.add(interval(comparison.difference().interval95()));
        cells.add(Figures.count(outcomes.lost()));
        cells.add(Figures.count(outcomes.gained()));
        cells.add(Figures.count(comparison.changedAnswers()));
        cells.add(probability(comparison.test().twoSided()));
        cells.add(Figures.count(outcomes.n()));
        cells.addAll(cost(comparison.candidate()));
        return cells;
    }

    private List<String> cost(SuiteResult suite) {
        OptionalDouble bits = suite.model().bitsPerWeight();
        OptionalDouble speed = Throughput.tokensPerSecond(suite.performance());
        return List.of(
                bits.isPresent() ? Figures.fixed(bits.getAsDouble(), 2) : style.dash(),
                bits.isPresent() ? Figures.bytes(suite.model().weightBytes()) : style.dash(),
                speed.isPresent() ? Figures.count(Math.round(speed.getAsDouble())) : style.dash());
    }

    private String right(int count, int n) {
        return n == 0 ? style.dash() : Figures.fixed(100.0 * count / n, 2);
    }

    private String points(@Nullable Double share) {
        return share == null ? style.dash() : Figures.signed(100 * share, 2);
    }

    private String interval(Estimate.@Nullable Interval interval) {
        return interval == null
                ? style.dash()
                : Figures.signed(100 * interval.low(), 2) + " " + style.dash() + " "
                        + Figures.signed(100 * interval.high(), 2);
    }

    private String probability(@Nullable Double p) {
        if (p == null) {
            return style.dash();
        }
        return p < SMALLEST_P ? "<" + Figures.fixed(SMALLEST_P, 3) : Figures.fixed(p, 3);
    }
}
