package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Uncertainty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The area below the ROC curve: how likely a positive item scores higher than a negative one. Call {@link #of} for two classes and
 * {@link #macro} or {@link #weighted} for more, each class against the rest.
 *
 * <ul>
 *   <li>value: share of positive-negative pairs in the right order, a tie counts half (Mann, Whitney, 1947); 0.5 is chance
 *   <li>standard error: DeLong, DeLong, Clarke-Pearson, "Comparing the areas under two or more correlated ROC curves", Biometrics 44, 1988; for
 *       more classes the infinitesimal jackknife ({@link OneVersusRest}), of which DeLong's is the case of two
 *   <li>interval: normal on the logit scale, so it stays inside 0..1 (Pepe, "The statistical evaluation of medical tests", 2003, 5.2)
 * </ul>
 *
 * <p>Undefined when a class has no item. An area of 0 or 1 has no interval, and one positive or one negative item no standard error: DeLong's
 * variance is 0 or unknown there.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RocAuc {

    private RocAuc() {}

    /**
     * Of two classes.
     *
     * @param positive [items] whether an item is positive
     * @param scores [items] higher means more likely positive; any scale
     */
    public static Estimate of(boolean[] positive, double[] scores) {
        Ranking ranking = Ranking.of(positive, scores);
        if (ranking.positive == 0 || ranking.negative == 0) {
            return Estimate.undefined(
                    ranking.n(),
                    "ROC AUC is undefined: no item is " + (ranking.positive == 0 ? "positive" : "negative"));
        }
        double value = value(ranking);
        if (ranking.positive == 1 || ranking.negative == 1) {
            return Uncertainty.valueOnly(
                    value,
                    ranking.n(),
                    because("there is only one " + (ranking.positive == 1 ? "positive" : "negative") + " item"));
        }
        double variance = variance(ranking.placements(true), ranking.positives, ranking.positive, value)
                + variance(ranking.placements(false), ranking.negatives, ranking.negative, value);
        return onLogitScale(value, Math.sqrt(variance), ranking.n());
    }

    /**
     * The mean over the classes of each against the rest; scikit-learn's {@code roc_auc_score(multi_class="ovr", average="macro")}.
     *
     * @param gold [items] right classes, 0 to classes - 1
     * @param scores [items][classes] higher means more likely that class
     */
    public static Estimate macro(int[] gold, double[][] scores) {
        return OneVersusRest.of(gold, scores, false);
    }

    /** As {@link #macro}, each class weighted by its number of items. */
    public static Estimate weighted(int[] gold, double[][] scores) {
        return OneVersusRest.of(gold, scores, true);
    }

    static double value(Ranking ranking) {
        double[] placements = ranking.placements(true);
        double sum = 0;
        for (int place = 0; place < placements.length; place++) {
            sum += ranking.positives[place] * placements[place];
        }
        return sum / ranking.positive;
    }

    /** The variance of the mean of one side's structural components. */
    private static double variance(double[] placements, int[] counts, int total, double mean) {
        double squares = 0;
        for (int place = 0; place < placements.length; place++) {
            squares += counts[place] * (placements[place] - mean) * (placements[place] - mean);
        }
        return squares / (total - 1.0) / total;
    }

    static Estimate onLogitScale(double value, double standardError, int n) {
        if (standardError == 0 || value <= 0 || value >= 1) {
            return Uncertainty.valueOnly(value, n, because("these items are ordered without any spread"));
        }
        double logit = StrictMath.log(value / (1 - value));
        double half = Uncertainty.Z95 * standardError / (value * (1 - value));
        return Estimate.of(value, standardError, new Interval(logistic(logit - half), logistic(logit + half)), n);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static String because(String reason) {
        return "the standard error and the interval are undefined: " + reason;
    }
}
