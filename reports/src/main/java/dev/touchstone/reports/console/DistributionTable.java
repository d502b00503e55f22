package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.DistributionComparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each variant's distributions of the next token are from the first one's. */
final class DistributionTable {

    private static final List<Double> SHARES = List.of(0.5, 0.9, 0.99, 0.999, 1.0);

    private final List<DistributionComparison> comparisons;
    private final Style style;

    /** @param comparisons of one suite, at least one, all with the same baseline */
    DistributionTable(List<DistributionComparison> comparisons, Style style) {
        this.comparisons = comparisons;
        this.style = style;
    }

    List<String> lines() {
        TextTable table = new TextTable(1);
        table.add(List.of(
                "",
                "mean KL",
                "std error",
                "median",
                "90 %",
                "99 %",
                "99.9 %",
                "largest",
                "same top %",
                "perplexity",
                "std error",
                "gain of P, points",
                "root mean square"));
        comparisons.forEach(comparison -> table.add(cells(comparison)));
        List<String> plain = table.lines();
        String rule = style.faint(
                style.rule(plain.stream().mapToInt(CellWidth::of).max().orElse(0)));
        List<String> lines = new ArrayList<>(List.of("", title(), rule, style.faint(plain.get(0)), rule));
        lines.addAll(plain.subList(1, plain.size()));
        lines.add(rule);
        undefined().forEach(why -> lines.add(style.warning("! " + why)));
        return lines;
    }

    private String title() {
        DistributionComparison first = comparisons.get(0);
        String form = first.baseline().variant().form();
        int most = comparisons.stream()
                .mapToInt(DistributionComparison::positions)
                .max()
                .orElse(0);
        return style.bold(Names.of(first.baseline())) + "  next token against "
                + first.baseline().variant().precision() + (form.isEmpty() ? "" : ", " + form) + style.separator()
                + Figures.count(most) + " positions" + style.separator() + "KL in nats, perplexity as a multiple";
    }

    private List<String> cells(DistributionComparison comparison) {
        List<String> cells = new ArrayList<>();
        cells.add(comparison.candidate().variant().precision());
        cells.add(number(comparison.divergence().value(), 6));
        cells.add(number(comparison.divergence().standardError(), 6));
        SHARES.forEach(share -> cells.add(number(comparison.percentiles().get(share), 4)));
        cells.add(percent(comparison.sameTop().value()));
        cells.add(number(comparison.perplexityRatio(), 4));
        cells.add(number(comparison.logPerplexityRatio().standardError(), 4));
        cells.add(percent(comparison.gain().value()));
        cells.add(percent(comparison.gainRms()));
        return cells;
    }

    private Set<String> undefined() {
        Set<String> reasons = new LinkedHashSet<>();
        for (DistributionComparison comparison : comparisons) {
            Estimate divergence = comparison.divergence();
            if (divergence.value() == null) {
                reasons.add(comparison.candidate().variant().precision() + ": " + divergence.undefined());
            }
        }
        return reasons;
    }

    private String number(@Nullable Double value, int decimals) {
        return value == null ? style.dash() : Figures.fixed(value, decimals);
    }

    private String percent(@Nullable Double share) {
        return share == null ? style.dash() : Figures.fixed(100 * share, 2);
    }
}
