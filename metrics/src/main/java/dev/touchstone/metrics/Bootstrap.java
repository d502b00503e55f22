package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Standard error and interval of a metric that has no closed form, by drawing the items anew with replacement (Efron, Tibshirani, "An
 * introduction to the bootstrap", 1993). Make one with {@link #seeded}; the same seed gives the same bits on every JDK.
 *
 * <ul>
 *   <li>standard error: the standard deviation (n - 1) of the metric over the resamples
 *   <li>interval, {@link #percentile}: the 2.5 % and 97.5 % percentiles of the resamples (chapter 13), which stay inside the metric's range
 *   <li>interval, {@link #basic}: the same two mirrored at the value (Davison, Hinkley, "Bootstrap methods and their application", 1997,
 *       5.2.1), for metrics that resampling pushes to one side
 * </ul>
 *
 * <p>A resample in which the metric is undefined is left out. Where these are more than 5 %, where there is one item, and where all resamples
 * agree (a perfect score), standard error and interval are undefined: these items can't tell.
 *
 * @param seed any number
 * @param replicates how many resamples are drawn, at least 100
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Bootstrap(long seed, int replicates) {

    /** Enough for ends that move by less than a twentieth of the standard error from seed to seed. */
    private static final int DEFAULT_REPLICATES = 10_000;

    /** Leaving more resamples out would describe a different question: the metric given that it is defined. */
    private static final double MOST_UNDEFINED = 0.05;

    public Bootstrap {
        if (replicates < 100) {
            throw new IllegalArgumentException("replicates is " + replicates
                    + "; the ends of a 95 % interval need at least 100 resamples, and 10000 to be steady");
        }
    }

    /** 10,000 resamples. */
    public static Bootstrap seeded(long seed) {
        return new Bootstrap(seed, DEFAULT_REPLICATES);
    }

    /**
     * The estimate with a percentile interval.
     *
     * @param value the metric of the items themselves
     * @param n number of items
     * @param metric from the indexes of n drawn items (each 0 to n - 1; not to be kept or changed) to the metric, or NaN where undefined
     */
    public Estimate percentile(double value, int n, ToDoubleFunction<int[]> metric) {
        return estimate(value, n, metric, false);
    }

    /** The estimate with a basic interval; arguments as in {@link #percentile}. */
    public Estimate basic(double value, int n, ToDoubleFunction<int[]> metric) {
        return estimate(value, n, metric, true);
    }

    private Estimate estimate(double value, int n, ToDoubleFunction<int[]> metric, boolean mirrored) {
        if (n == 1) {
            return Uncertainty.valueOnly(value, 1, Uncertainty.ONE_ITEM);
        }
        double[] defined = resample(n, metric);
        int undefined = replicates - defined.length;
        if (undefined > MOST_UNDEFINED * replicates) {
            return Uncertainty.valueOnly(
                    value,
                    n,
                    without(undefined + " of " + replicates
                            + " resamples leave out a class or a spread that the metric needs"));
        }
        if (defined[0] == defined[defined.length - 1]) {
            return Uncertainty.valueOnly(value, n, without("every resample of these items has the same value"));
        }
        double low = Percentiles.ofSorted(defined, 0.025);
        double high = Percentiles.ofSorted(defined, 0.975);
        Interval interval = mirrored ? new Interval(2 * value - high, 2 * value - low) : new Interval(low, high);
        return Estimate.of(value, deviation(defined), interval, n);
    }

    private static String without(String because) {
        return "the standard error and the interval are undefined: " + because;
    }

    /** Sorted, so that the sums below don't depend on the order of drawing either. */
    private double[] resample(int n, ToDoubleFunction<int[]> metric) {
        RandomBits random = RandomBits.seeded(seed);
        double[] values = new double[replicates];
        int[] drawn = new int[n];
        int defined = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            for (int i = 0; i < n; i++) {
                drawn[i] = random.below(n);
            }
            double value = metric.applyAsDouble(drawn);
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
