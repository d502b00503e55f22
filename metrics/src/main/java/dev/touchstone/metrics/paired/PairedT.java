package dev.touchstone.metrics.paired;

import dev.touchstone.metrics.ClusteredMean;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Student's paired t-test: whether chance explains that one of two models scored higher on the same items. Call {@link #test}.
 *
 * <p>t = mean difference / its standard error, with n - 1 degrees of freedom (Student, Biometrika 6, 1908), or with clusters C - 1 and CR1
 * ({@link ClusteredMean}). Undefined for fewer than two items or clusters, and when all differences are equal; {@link SignFlip} works there.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PairedT {

    private PairedT() {}

    /**
     * The test for independent items.
     *
     * @param baseline [items] finite scores
     * @param candidate [items] scores of the same items in the same order
     */
    public static PairedTest test(double[] baseline, double[] candidate) {
        double[] differences = PairedDifference.differences(baseline, candidate);
        return test(Mean.of(differences), differences.length - 1);
    }

    /** The test where items with the same cluster belong together. */
    public static PairedTest test(double[] baseline, double[] candidate, int[] clusters) {
        double[] differences = PairedDifference.differences(baseline, candidate);
        Estimate mean = ClusteredMean.of(differences, clusters);
        return test(mean, (int) Arrays.stream(clusters).distinct().count() - 1);
    }

    private static PairedTest test(Estimate mean, int degreesOfFreedom) {
        if (mean.value() == null || mean.standardError() == null) {
            return PairedTest.undefined(mean.n(), String.valueOf(mean.undefined()));
        }
        if (mean.standardError() == 0) {
            return PairedTest.undefined(mean.n(), "the t-test is undefined: all differences are equal");
        }
        double t = mean.value() / mean.standardError();
        TDistribution student = TDistribution.of(degreesOfFreedom);
        return PairedTest.of(
                2 * student.survivalProbability(Math.abs(t)),
                student.cumulativeProbability(t),
                student.survivalProbability(t),
                mean.n());
    }
}
