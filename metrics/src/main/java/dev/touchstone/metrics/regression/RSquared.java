package dev.touchstone.metrics.regression;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Inputs;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The share of the gold numbers' variance that the predictions explain (coefficient of determination). Call {@link #of}.
 *
 * <ul>
 *   <li>value: 1 - sum((gold - predicted)^2) / sum((gold - mean gold)^2), at most 1; below 0 is worse than always predicting the mean (scikit-learn's
 *       {@code r2_score})
 *   <li>standard error and interval: {@link Bootstrap} with a percentile interval
 * </ul>
 *
 * <p>Undefined when all gold numbers are equal: there is nothing to explain (scikit-learn says 0 or 1 there).
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RSquared {

    private RSquared() {}

    /**
     * Of the predictions as they are; no line is fitted.
     *
     * @param gold [items] right numbers
     * @param predicted [items] predicted numbers
     */
    public static Estimate of(double[] gold, double[] predicted, Bootstrap bootstrap) {
        Inputs.requireSameLength("gold", gold.length, "predicted", predicted.length);
        Inputs.requireFinite("gold", gold);
        Inputs.requireFinite("predicted", predicted);
        int n = gold.length;
        if (Spread.isConstant(gold)) {
            return Estimate.undefined(
                    n, n == 0 ? "no item was evaluated" : "R2 is undefined: all gold numbers are equal");
        }
        double[] squares = new double[n];
        double[] centred = centred(gold);
        for (int i = 0; i < n; i++) {
            squares[i] = (gold[i] - predicted[i]) * (gold[i] - predicted[i]);
        }
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return bootstrap.percentile(value(all, squares, centred), n, drawn -> value(drawn, squares, centred));
    }

    private static double[] centred(double[] gold) {
        double mean = Spread.mean(gold);
        double[] centred = new double[gold.length];
        Arrays.setAll(centred, i -> gold[i] - mean);
        return centred;
    }

    /** NaN when the drawn gold numbers are all equal. */
    private static double value(int[] items, double[] squares, double[] centred) {
        double residual = 0;
        double sum = 0;
        double total = 0;
        for (int item : items) {
            residual += squares[item];
            sum += centred[item];
            total += centred[item] * centred[item];
        }
        double spread = total - sum * sum / items.length;
        // what rounding leaves of a resample without spread
        return spread <= 1e-12 * total ? Double.NaN : 1 - residual / spread;
    }
}
