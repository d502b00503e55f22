package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a sample. Call {@link #of}, then {@link #at} or {@link #estimate}.
 *
 * <ul>
 *   <li>value: linear between the two order statistics around (n - 1) p, type 7 of Hyndman, Fan, "Sample quantiles in statistical packages",
 *       American Statistician 50, 1996; numpy's and R's default
 *   <li>standard error: undefined, it needs the density
 *   <li>interval: the narrowest pair of order statistics, one on each side, with at most 2.5 % beyond each by the binomial distribution
 *       (Conover, "Practical nonparametric statistics", 1999, 3.2). Free of assumptions; undefined when the sample is too small for it: p99
 *       needs 368 values, the median 6
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Percentiles {

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Sorts a copy of the sample.
     *
     * @param sample finite numbers of any unit
     */
    public static Percentiles of(double... sample) {
        Inputs.requireFinite("value", sample);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /**
     * The bare value.
     *
     * @param p from 0 (smallest) to 1 (largest); 0.5 is the median
     * @throws IllegalStateException if the sample is empty
     */
    public double at(double p) {
        requireShare(p);
        if (sorted.length == 0) {
            throw new IllegalStateException("an empty sample has no percentiles; ask estimate(p), which says so");
        }
        return ofSorted(sorted, p);
    }

    /** The value with its interval; p as in {@link #at}. */
    public Estimate estimate(double p) {
        requireShare(p);
        int n = sorted.length;
        if (n == 0) {
            return Estimate.undefined(0, "the sample is empty");
        }
        double value = ofSorted(sorted, p);
        Interval interval = orderStatistics(p);
        if (interval == null) {
            return Uncertainty.valueOnly(
                    value,
                    n,
                    "the interval is undefined: " + n + " values don't reach 2.5 % beyond percentile " + 100 * p);
        }
        return new Estimate(value, null, interval, n, "the standard error is undefined: it needs the density");
    }

    private static void requireShare(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + "; it must be from 0 to 1, such as 0.99 for p99");
        }
    }

    /** Order statistics lower and upper (from 1) with P(X at most lower - 1) and P(X at least upper) both at most 2.5 %. */
    private @Nullable Interval orderStatistics(double p) {
        int n = sorted.length;
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int lower = below.inverseCumulativeProbability(0.025);
        int upper = below.inverseCumulativeProbability(0.975) + 1;
        return lower < 1 || upper > n ? null : new Interval(sorted[lower - 1], sorted[upper - 1]);
    }

    static double ofSorted(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        if (below == sorted.length - 1) {
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
