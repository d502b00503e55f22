package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The share of items that were answered rightly. Call {@link #of}.
 *
 * <ul>
 *   <li>value: p = successes / n, from 0 to 1
 *   <li>standard error: sqrt(p (1 - p) / (n - 1)), the sample standard deviation of the 0/1 outcomes over sqrt(n), as
 *       lm-evaluation-harness prints it ({@code api/metrics.py}, {@code mean_stderr}); the usual formula has n where this has n - 1
 *   <li>interval: 95 % score interval of Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927),
 *       without continuity correction; it stays inside 0..1 and has a width even when all or no items are right
 * </ul>
 *
 * <p>n = 0: undefined. n = 1: value and interval, but no standard error, because one item has no spread.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Accuracy {

    private Accuracy() {}

    /**
     * Estimates the share of right answers.
     *
     * @param successes number of right answers, 0 to n
     * @param n number of items, at least 0
     * @throws IllegalArgumentException if successes is not between 0 and n
     */
    public static Estimate of(int successes, int n) {
        if (n < 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(
                    "successes is " + successes + " of " + n + " items; it must be between 0 and the number of items");
        }
        if (n == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        double value = (double) successes / n;
        if (n == 1) {
            return new Estimate(
                    value, null, wilson(successes, n), 1, "the standard error is undefined: one item has no spread");
        }
        return Estimate.of(value, standardError(successes, n), wilson(successes, n), n);
    }

    /** p (1 - p) is taken from whole numbers, so that it is exactly the same for p and 1 - p. */
    private static double standardError(int successes, int n) {
        double spread = (double) successes * (n - successes);
        return Math.sqrt(spread / ((double) n * n) / (n - 1));
    }

    private static Interval wilson(int successes, int n) {
        double p = (double) successes / n;
        double z2 = Uncertainty.Z95 * Uncertainty.Z95;
        double denominator = 1 + z2 / n;
        double middle = (p + z2 / (2 * n)) / denominator;
        double half = Uncertainty.Z95 / denominator * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        // At both ends the formula gives exactly 0 and 1; rounding must not turn that into something outside.
        double low = successes == 0 ? 0 : middle - half;
        double high = successes == n ? 1 : middle + half;
        return new Interval(low, high);
    }
}
