package dev.touchstone.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mean of real-valued scores. Call {@link #of}.
 *
 * <ul>
 *   <li>value: sum(s) / n
 *   <li>standard error: sqrt(sum((s - mean)^2) / (n - 1)) / sqrt(n), as lm-evaluation-harness ({@code mean_stderr})
 *   <li>interval: mean plus and minus t(0.975, n - 1) standard errors (Student, "The probable error of a mean", Biometrika 6, 1908)
 * </ul>
 *
 * <p>Two passes, in the order of the array: the same scores give the same bits. n = 0: undefined. n = 1: value only, because one item has
 * no spread. For scores that are only 0 and 1 use {@link Accuracy}, whose interval is right near the ends.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Mean {

    private Mean() {}

    /**
     * Estimates the mean.
     *
     * @param scores [items] the scores; not changed
     * @throws IllegalArgumentException if a score is NaN or infinite: an error is not a score
     */
    public static Estimate of(double... scores) {
        requireFinite(scores);
        int n = scores.length;
        if (n == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        double mean = mean(scores);
        if (n == 1) {
            return Uncertainty.valueOnly(mean, 1, Uncertainty.ONE_ITEM);
        }
        double standardError = Math.sqrt(squaredDeviations(scores, mean) / (n - 1)) / Math.sqrt(n);
        return Uncertainty.student(mean, standardError, n - 1, n);
    }

    private static void requireFinite(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("score " + i + " of " + scores.length + " is " + scores[i]
                        + "; count an item without a score as an error and leave it out");
            }
        }
    }

    private static double mean(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum / scores.length;
    }

    private static double squaredDeviations(double[] scores, double mean) {
        double sum = 0;
        for (double score : scores) {
            sum += (score - mean) * (score - mean);
        }
        return sum;
    }
}
