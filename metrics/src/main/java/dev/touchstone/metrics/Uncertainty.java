package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** From a value and its standard error to an estimate with a 95 % interval. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Uncertainty {

    /** The 97.5 % quantile of the standard normal distribution. */
    public static final double Z95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Why one item has no standard error and no interval. */
    public static final String ONE_ITEM = "the standard error and the interval are undefined: one item has no spread";

    private Uncertainty() {}

    /** The 97.5 % quantile of Student's t. */
    public static double t95(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.975);
    }

    /** Value plus and minus t(0.975, degreesOfFreedom) standard errors. */
    public static Estimate student(double value, double standardError, int degreesOfFreedom, int n) {
        double half = t95(degreesOfFreedom) * standardError;
        return Estimate.of(value, standardError, new Interval(value - half, value + half), n);
    }

    /** A value whose standard error and interval are both undefined. */
    public static Estimate valueOnly(double value, int n, String because) {
        return new Estimate(value, null, null, n, because);
    }
}
