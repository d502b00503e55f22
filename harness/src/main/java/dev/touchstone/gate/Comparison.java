package dev.touchstone.gate;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A suite's items of both runs, ready for a test.
 *
 * @param metric the name of what is compared
 * @param value its value of an item; NaN where an item has none
 * @param pairs the pairs that have a value of it
 * @param leftOut matched items that have none in at least one of the runs
 * @param with the other run
 */
record Comparison(String metric, ToDoubleFunction<ItemSummary> value, Pairs pairs, int leftOut, ComparedWith with) {

    /** What is compared where a suite's subjects have no metric in common: whether the answer is right. */
    static final String RIGHT = "right";

    /** Compares a metric, or {@link #RIGHT}. */
    static Comparison of(String metric, Pairs all, ComparedWith with) {
        ToDoubleFunction<ItemSummary> value = value(metric);
        Pairs valued = all.with(value);
        int leftOut = all.baseline().size() - valued.baseline().size();
        return new Comparison(metric, value, valued, leftOut, with);
    }

    /** A metric's value of an item. */
    static ToDoubleFunction<ItemSummary> value(String metric) {
        return metric.equals(RIGHT) ? ItemSummary::right : item -> item.scores().getOrDefault(metric, Double.NaN);
    }

    int n() {
        return pairs.baseline().size();
    }

    double[] baseline() {
        return Pairs.values(pairs.baseline(), value);
    }

    double[] candidate() {
        return Pairs.values(pairs.candidate(), value);
    }

    /** Whether each item is right or wrong, and nothing between. */
    boolean isBinary() {
        return DoubleStream.concat(Arrays.stream(baseline()), Arrays.stream(candidate()))
                .allMatch(score -> score == 0 || score == 1);
    }

    PairedOutcomes outcomes() {
        return pairs.outcomes(item -> value.applyAsDouble(item) == 1);
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
                : "; " + Figures.items(leftOut) + " left out, of which at least one of the runs has no '" + metric
                        + "'";
        return unmatched + withoutValue;
    }
}
