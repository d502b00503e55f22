package dev.touchstone.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mean of scores whose items belong together: several questions on one passage, or of one subject. Such items tend to be right or wrong
 * together, so n of them say less than n independent ones. Call {@link #of}.
 *
 * <p>With scores s, their mean m, n items and C clusters:
 *
 * <ul>
 *   <li>value: m, as {@link Mean}
 *   <li>standard error, CR0: sqrt( sum over clusters of (sum of s - m)^2 ) / n, which is the formula of Miller, "Adding error bars to evals",
 *       arXiv:2411.00640, 2.2 (Liang, Zeger, Biometrika 73, 1986). CR1: CR0 times sqrt(C / (C - 1)), as Inspect ({@code scorer/_metrics/std.py})
 *       and statsmodels ({@code cov_type="cluster"}) have it; CR0 is too small for few clusters
 *   <li>interval: Student's t with C - 1 degrees of freedom
 * </ul>
 *
 * <p>With each item a cluster of its own, CR1 is the standard error of {@link Mean}. No item: undefined. One cluster: value only. Below about 30
 * clusters the interval is still somewhat narrow (Cameron, Miller, "A practitioner's guide to cluster-robust inference", 2015).
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ClusteredMean {

    private ClusteredMean() {}

    /**
     * The mean with CR1.
     *
     * @param scores [items] finite scores
     * @param clusters [items] any number that is the same for items that belong together
     */
    public static Estimate of(double[] scores, int[] clusters) {
        return of(scores, clusters, true);
    }

    /** The mean with CR0: Miller's formula as printed. Arguments as in {@link #of}. */
    public static Estimate withoutCorrection(double[] scores, int[] clusters) {
        return of(scores, clusters, false);
    }

    private static Estimate of(double[] scores, int[] clusters, boolean corrected) {
        Inputs.requireSameLength("scores", scores.length, "clusters", clusters.length);
        Estimate mean = Mean.of(scores);
        int n = scores.length;
        if (mean.value() == null) {
            return mean;
        }
        Map<Integer, Double> sums = deviations(scores, clusters, mean.value());
        int count = sums.size();
        if (count == 1) {
            return Uncertainty.valueOnly(
                    mean.value(), n, "the standard error and the interval are undefined: one cluster has no spread");
        }
        double squares = 0;
        for (double sum : sums.values()) {
            squares += sum * sum;
        }
        double correction = corrected ? count / (count - 1.0) : 1;
        return Uncertainty.student(mean.value(), Math.sqrt(squares * correction) / n, count - 1, n);
    }

    private static Map<Integer, Double> deviations(double[] scores, int[] clusters, double mean) {
        Map<Integer, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            sums.merge(clusters[i], scores[i] - mean, Double::sum);
        }
        return sums;
    }
}
