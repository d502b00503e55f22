package dev.touchstone.run.logits;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import dev.touchstone.metrics.Percentiles;
import dev.touchstone.result.DistributionComparison;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sums up how a variant's distributions differ from the first one's. */
final class DistributionSummary {

    /** Those of llama.cpp's table. */
    private static final List<Double> SHARES = List.of(0.01, 0.05, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0);

    private DistributionSummary() {}

    /**
     * @param differences by item, in any order; figures are made in the order of the suite's items, so that they have the same bits in every run
     * @param failure why nothing was compared; null if something was
     */
    static DistributionComparison of(
            SuiteResult baseline,
            SuiteResult candidate,
            Map<String, Differences> differences,
            @Nullable String failure) {
        List<Differences> compared = candidate.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .map(ItemResult::id)
                .filter(id -> failure == null && differences.containsKey(id))
                .map(id -> Objects.requireNonNull(differences.get(id)))
                .toList();
        double[] divergences = all(compared, Differences::divergences);
        double[] logRatios = all(compared, Differences::logRatios);
        double[] gains = all(compared, Differences::gains);
        return new DistributionComparison(
                baseline,
                candidate,
                compared.size(),
                divergences.length,
                divergence(divergences, failure),
                percentiles(divergences),
                orElse(failure, divergences.length == 0, () -> same(compared, divergences.length)),
                orElse(failure, logRatios.length == 0, () -> Mean.of(logRatios)),
                orElse(failure, gains.length == 0, () -> Mean.of(gains)),
                gains.length == 0 ? null : rootMeanSquare(gains));
    }

    private static Estimate same(List<Differences> compared, int positions) {
        return Accuracy.of(compared.stream().mapToInt(Differences::same).sum(), positions);
    }

    private static Estimate divergence(double[] divergences, @Nullable String failure) {
        long infinite = infinite(divergences);
        return orElse(
                failure,
                divergences.length == 0,
                () -> infinite == 0
                        ? Mean.of(divergences)
                        : Estimate.undefined(
                                divergences.length,
                                "at " + infinite
                                        + " positions the divergence is not finite: a token that the baseline allows has"
                                        + " no probability there"));
    }

    private static long infinite(double[] values) {
        long infinite = 0;
        for (double value : values) {
            infinite += Double.isFinite(value) ? 0 : 1;
        }
        return infinite;
    }

    private static Map<Double, Double> percentiles(double[] divergences) {
        Map<Double, Double> percentiles = new LinkedHashMap<>();
        if (divergences.length > 0 && infinite(divergences) == 0) {
            Percentiles sorted = Percentiles.of(divergences);
            SHARES.forEach(share -> percentiles.put(share, sorted.at(share)));
        }
        return percentiles;
    }

    private static Estimate orElse(@Nullable String failure, boolean isEmpty, Supplier<Estimate> estimate) {
        if (failure != null) {
            return Estimate.undefined(0, failure);
        }
        return isEmpty
                ? Estimate.undefined(0, "no position was scored under both variants in this run")
                : estimate.get();
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return StrictMath.sqrt(sum / values.length);
    }

    private static double[] all(List<Differences> items, Function<Differences, List<Double>> values) {
        List<Double> all = new ArrayList<>();
        items.forEach(item -> all.addAll(values.apply(item)));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
