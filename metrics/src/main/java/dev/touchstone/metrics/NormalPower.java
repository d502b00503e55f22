package dev.touchstone.metrics;

import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a one-sided test of an estimate with a standard error can see. Call {@link #of}.
 *
 * <p>An effect is seen with a power if it is (z(1 - level) + z(power)) standard errors, and a standard error shrinks with the root of the number of
 * items (Cohen, "Statistical power analysis for the behavioral sciences", 1988, 2; Miller, arXiv:2411.00640, 5).
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class NormalPower {

    private final double standardErrors;

    private NormalPower(double standardErrors) {
        this.standardErrors = standardErrors;
    }

    /**
     * For a test.
     *
     * @param level its significance level, above 0 and at most 0.5
     * @param power the chance with which an effect is to be seen, at least 0.5 and below 1
     */
    public static NormalPower of(double level, double power) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return new NormalPower(normal.inverseSurvivalProbability(level) + normal.inverseCumulativeProbability(power));
    }

    /** The smallest effect that is seen. */
    public double smallestEffect(double standardError) {
        return standardErrors * standardError;
    }

    /**
     * The number of items with which an effect is seen.
     *
     * @param n items that the standard error is from
     * @param standardError at least 0
     * @param effect not 0; empty when it is, as no number of items shows what is not there
     */
    public OptionalLong itemsNeeded(int n, double standardError, double effect) {
        double needed = n * Math.pow(standardErrors * standardError / effect, 2);
        return effect == 0 || !(needed < Long.MAX_VALUE)
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, (long) Math.ceil(needed)));
    }
}
