package dev.touchstone.metrics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The ratio of two sums over the same items, such as the tokens that two models wrote. Call {@link #of}, then {@link #below} and {@link #above} to
 * compare it with a limit.
 *
 * <p>With numerators y and denominators x of n items: r = sum(y) / sum(x); standard error by linearisation sqrt( n / (n - 1) sum((y - r x)^2) ) /
 * sum(x) (Cochran, "Sampling techniques", 1977, 6.4); interval r plus and minus t(0.975, n - 1) standard errors. A sum of denominators of 0:
 * undefined. One item: value only.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Ratio {

    private Ratio() {}

    /**
     * Estimates the ratio.
     *
     * @param numerators [items] finite numbers
     * @param denominators [items] finite numbers, at least 0, of the same items
     */
    public static Estimate of(double[] numerators, double[] denominators) {
        Inputs.requireSameLength("numerators", numerators.length, "denominators", denominators.length);
        Inputs.requireFinite("numerator", numerators);
        Inputs.requireFinite("denominator", denominators);
        int n = numerators.length;
        double numerator = sum(numerators);
        double denominator = sum(denominators);
        if (!(denominator > 0)) {
            return Estimate.undefined(n, "the ratio is undefined: its denominator is " + denominator);
        }
        double ratio = numerator / denominator;
        if (n == 1) {
            return Uncertainty.valueOnly(ratio, 1, Uncertainty.ONE_ITEM);
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = numerators[i] - ratio * denominators[i];
            squares += residual * residual;
        }
        double error = Math.sqrt((double) n / (n - 1) * squares) / denominator;
        return Uncertainty.student(ratio, error, n - 1, n);
    }

    /**
     * The p-value that speaks for a ratio below the limit when it is small: P(t(n - 1) at most (r - limit) / standard error). 1 without a standard
     * error. If there is no spread at all the ratio is known: 0 or 1.
     */
    public static double below(Estimate ratio, double limit) {
        if (ratio.value() == null || ratio.standardError() == null) {
            return 1;
        }
        if (ratio.standardError() == 0) {
            return ratio.value() <= limit ? 0 : 1;
        }
        return TDistribution.of(ratio.n() - 1.0).cumulativeProbability((ratio.value() - limit) / ratio.standardError());
    }

    /** The p-value that speaks for a ratio above the limit when it is small; without spread 0 only when it is really above. */
    public static double above(Estimate ratio, double limit) {
        if (ratio.value() == null || ratio.standardError() == null) {
            return 1;
        }
        if (ratio.standardError() == 0) {
            return ratio.value() > limit ? 0 : 1;
        }
        return TDistribution.of(ratio.n() - 1.0).survivalProbability((ratio.value() - limit) / ratio.standardError());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
