package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How many of the answers with a label are right. Call {@link #of} for one label (the positive one of a binary task), else {@link #macro},
 * {@link #micro} or {@link #weighted}.
 *
 * <ul>
 *   <li>value: correct answers with the label / answers with the label, from 0 to 1
 *   <li>one label and micro are shares: standard error and Wilson interval as {@link Accuracy}, n is the number of items below the line
 *   <li>macro and weighted have no closed form: {@link Bootstrap} with a percentile interval, n is the number of items
 * </ul>
 *
 * <p>Undefined: a label that was never answered has no precision, and an average that needs it is undefined too. scikit-learn (and with
 * it lm-evaluation-harness) says 0 there and warns.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Precision {

    private Precision() {}

    /** Of one label. */
    public static Estimate of(Confusion confusion, int label) {
        return share(
                confusion.count(label, label), confusion.predicted(label), LabelMetric.PRECISION.whyUndefined(label));
    }

    /** The mean over the labels. */
    public static Estimate macro(Confusion confusion, Bootstrap bootstrap) {
        return Averages.macro(LabelMetric.PRECISION, confusion, bootstrap);
    }

    /** correct answers / answers: the accuracy among the items that were answered. */
    public static Estimate micro(Confusion confusion) {
        return share(confusion.correct(), confusion.answered(), "no item was answered");
    }

    /** The mean over the labels, each weighted by its number of items. */
    public static Estimate weighted(Confusion confusion, Bootstrap bootstrap) {
        return Averages.weighted(LabelMetric.PRECISION, confusion, bootstrap);
    }

    private static Estimate share(int right, int of, String whyUndefined) {
        return of == 0 ? Estimate.undefined(0, whyUndefined) : Accuracy.of(right, of);
    }
}
