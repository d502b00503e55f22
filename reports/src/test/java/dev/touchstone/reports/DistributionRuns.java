package dev.touchstone.reports;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.result.DistributionComparison;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs whose variants were compared by their distributions. */
public final class DistributionRuns {

    private DistributionRuns() {}

    /** int4 with figures of Q4_0 in llama.cpp; int2 could not be compared. */
    public static RunResult variants(Path folder) {
        RunResult plain = SampleRuns.variants(folder);
        List<SuiteResult> suites = plain.suites();
        return new RunResult(
                plain.run(),
                suites,
                plain.comparisons(),
                plain.gates(),
                plain.againstBaseline(),
                List.of(known(suites.get(0), suites.get(1)), unknown(suites.get(0), suites.get(2))),
                null);
    }

    private static DistributionComparison known(SuiteResult baseline, SuiteResult candidate) {
        Map<Double, Double> percentiles = new LinkedHashMap<>();
        percentiles.put(0.5, 0.236868);
        percentiles.put(0.9, 0.577843);
        percentiles.put(0.99, 1.613017);
        percentiles.put(0.999, 3.542022);
        percentiles.put(1.0, 6.566003);
        return new DistributionComparison(
                baseline,
                candidate,
                3,
                6120,
                estimate(0.305883, 0.004257),
                percentiles,
                estimate(0.69951, 0.00586),
                estimate(0.228587, 0.011021),
                estimate(-0.04344, 0.00147),
                0.12269);
    }

    private static DistributionComparison unknown(SuiteResult baseline, SuiteResult candidate) {
        Estimate undefined = Estimate.undefined(0, "no position was scored under both variants in this run");
        return new DistributionComparison(
                baseline, candidate, 0, 0, undefined, Map.of(), undefined, undefined, undefined, null);
    }

    private static Estimate estimate(double value, double error) {
        return Estimate.of(value, error, new Interval(value - 1.96 * error, value + 1.96 * error), 6120);
    }
}
