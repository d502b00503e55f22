package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The harmonic mean of precision and recall. Call {@link #of} for one label (the positive one of a binary task, such as 1 in MRPC and QQP), else
 * {@link #macro}, {@link #micro} or {@link #weighted}.
 *
 * <ul>
 *   <li>value: 2 TP / (2 TP + FP + FN), from 0 to 1 (van Rijsbergen, "Information retrieval", 1979)
 *   <li>standard error and interval: {@link Bootstrap} with a percentile interval; micro-F1 when every item was answered is the accuracy and has
 *       its Wilson interval. lm-evaluation-harness bootstraps too, but with its own stream of random numbers: close, not equal
 * </ul>
 *
 * <p>Undefined: a label that is neither answered nor gold has no F1; scikit-learn and lm-evaluation-harness say 0 there. A label that is gold but
 * never rightly answered has F1 0, although its precision may be undefined.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class F1 {

    private F1() {}

    /** Of one label. */
    public static Estimate of(Confusion confusion, int label, Bootstrap bootstrap) {
        if (confusion.n() > 0 && Double.isNaN(LabelMetric.F1.of(confusion, label))) {
            return Estimate.undefined(confusion.n(), LabelMetric.F1.whyUndefined(label));
        }
        return Averages.estimate(confusion, bootstrap, counts -> LabelMetric.F1.of(counts, label));
    }

    /** The mean of the labels' F1 (not the F1 of the mean precision and recall). */
    public static Estimate macro(Confusion confusion, Bootstrap bootstrap) {
        return Averages.macro(LabelMetric.F1, confusion, bootstrap);
    }

    /** 2 correct / (answered + items), that is over the sums of all labels. */
    public static Estimate micro(Confusion confusion, Bootstrap bootstrap) {
        if (confusion.answered() == confusion.n()) {
            return Accuracy.of(confusion.correct(), confusion.n());
        }
        return Averages.estimate(
                confusion, bootstrap, counts -> 2.0 * counts.correct() / (counts.answered() + counts.n()));
    }

    /** The mean of the labels' F1, each weighted by its number of items. */
    public static Estimate weighted(Confusion confusion, Bootstrap bootstrap) {
        return Averages.weighted(LabelMetric.F1, confusion, bootstrap);
    }
}
