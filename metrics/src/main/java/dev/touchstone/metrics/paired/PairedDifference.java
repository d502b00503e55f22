package dev.touchstone.metrics.paired;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.ClusteredMean;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Mean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Candidate less baseline on the same items. Call {@link #ofAccuracies} for right and wrong, {@link #ofMeans} for scores.
 *
 * <ul>
 *   <li>means: {@link Mean} of the items' differences (paired t interval), or {@link ClusteredMean} of them; Miller, arXiv:2411.00640, 4
 *   <li>accuracies: standard error as the mean of the differences -1, 0, 1; interval by method 10 of Newcombe, "Improved confidence intervals for the
 *       difference between binomial proportions based on paired data", Statistics in Medicine 17, 1998: two Wilson intervals, and their
 *       correlation with continuity correction. It stays inside -1..1 and has a width without flips, too
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PairedDifference {

    private PairedDifference() {}

    /**
     * Of two means.
     *
     * @param baseline [items] finite scores
     * @param candidate [items] scores of the same items in the same order
     */
    public static Estimate ofMeans(double[] baseline, double[] candidate) {
        return Mean.of(differences(baseline, candidate));
    }

    /** Of two means, where items with the same cluster belong together: {@link ClusteredMean#of}. */
    public static Estimate ofMeans(double[] baseline, double[] candidate, int[] clusters) {
        return ClusteredMean.of(differences(baseline, candidate), clusters);
    }

    /** Of two accuracies, from -1 to 1; (gained - lost) / n. */
    public static Estimate ofAccuracies(PairedOutcomes outcomes) {
        int n = outcomes.n();
        if (n == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        double value = (double) (outcomes.gained() - outcomes.lost()) / n;
        Interval interval = newcombe(outcomes, value);
        if (n == 1) {
            return new Estimate(value, null, interval, 1, "the standard error is undefined: one item has no spread");
        }
        double variance = ((double) outcomes.flips() / n - value * value) / (n - 1);
        return Estimate.of(value, Math.sqrt(Math.max(0, variance)), interval, n);
    }

    static double[] differences(double[] baseline, double[] candidate) {
        Inputs.requireSameLength("baseline", baseline.length, "candidate", candidate.length);
        Inputs.requireFinite("baseline", baseline);
        Inputs.requireFinite("candidate", candidate);
        double[] differences = new double[baseline.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = candidate[i] - baseline[i];
        }
        return differences;
    }

    private static Interval newcombe(PairedOutcomes outcomes, double difference) {
        Estimate candidate = Accuracy.of(outcomes.bothRight() + outcomes.gained(), outcomes.n());
        Estimate baseline = Accuracy.of(outcomes.bothRight() + outcomes.lost(), outcomes.n());
        double phi = correlation(outcomes);
        double down = combine(below(candidate), above(baseline), phi);
        double up = combine(above(candidate), below(baseline), phi);
        return new Interval(difference - down, difference + up);
    }

    private static double below(Estimate share) {
        return share.value() - share.interval95().low();
    }

    private static double above(Estimate share) {
        return share.interval95().high() - share.value();
    }

    private static double combine(double first, double second, double phi) {
        return Math.sqrt(Math.max(0, first * first - 2 * phi * first * second + second * second));
    }

    /** Newcombe's phi: correlation of the two models' outcomes, a positive one corrected for continuity; 0 where a margin is empty. */
    private static double correlation(PairedOutcomes outcomes) {
        double rightRight = outcomes.bothRight();
        double margins = (rightRight + outcomes.lost())
                * (rightRight + outcomes.gained())
                * (outcomes.lost() + (double) outcomes.bothWrong())
                * (outcomes.gained() + (double) outcomes.bothWrong());
        if (margins == 0) {
            return 0;
        }
        double product = rightRight * outcomes.bothWrong() - (double) outcomes.lost() * outcomes.gained();
        double corrected = product > 0 ? Math.max(0, product - outcomes.n() / 2.0) : product;
        return corrected / Math.sqrt(margins);
    }
}
