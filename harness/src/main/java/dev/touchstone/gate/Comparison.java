package dev.touchstone.gate;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A suite's items of both runs, ready for a test.
 *
 * @param metric the metric that is compared
 * @param pairs the pairs that have a value of it
 * @param leftOut matched items that have none in at least one of the runs
 * @param with the other run
 */
record Comparison(String metric, Pairs pairs, int leftOut, ComparedWith with) {

    /** Compares one value of each item; NaN where an item has none. */
    static Comparison of(String metric, Pairs all, ToDoubleFunction<ItemSummary> value, ComparedWith with) {
        Pairs valued = all.with(value);
        return new Comparison(
                metric, valued, all.baseline().size() - valued.baseline().size(), with);
    }

    /** Compares a metric. */
    static Comparison ofMetric(String metric, Pairs all, ComparedWith with) {
        return of(metric, all, item -> item.scores().getOrDefault(metric, Double.NaN), with);
    }

    int n() {
        return pairs.baseline().size();
    }

    double[] baseline() {
        return Pairs.values(pairs.baseline(), item -> item.scores().get(metric));
    }

    double[] candidate() {
        return Pairs.values(pairs.candidate(), item -> item.scores().get(metric));
    }

    /** Whether each item is right or wrong, and nothing between. */
    boolean isBinary() {
        return DoubleStream.concat(Arrays.stream(baseline()), Arrays.stream(candidate()))
                .allMatch(score -> score == 0 || score == 1);
    }

    PairedOutcomes outcomes() {
        return pairs.outcomes(item -> item.scores().get(metric) == 1);
    }

    /** Items that were answered otherwise, rightly or wrongly. */
    int changedAnswers() {
        int changed = 0;
        for (int i = 0; i < n(); i++) {
            boolean same = pairs.baseline()
                    .get(i)
                    .answer()
                    .equals(pairs.candidate().get(i).answer());
            changed += same ? 0 : 1;
        }
        return changed;
    }

    /** What was not compared, in words; empty when all was. */
    String leftOutInWords() {
        String unmatched = pairs.unmatched() == 0
                ? ""
                : "; " + Figures.items(pairs.unmatched()) + " that only one of the runs has";
        String withoutValue = leftOut == 0
                ? ""
                : "; " + Figures.items(leftOut) + " left out, as at least one of the runs has no " + metric
                        + " of them";
        return unmatched + withoutValue;
    }
}
