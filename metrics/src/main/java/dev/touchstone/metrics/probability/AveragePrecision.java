package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The area below the precision-recall curve. Call {@link #of}.
 *
 * <ul>
 *   <li>value: sum of (R(k) - R(k - 1)) P(k) over the distinct scores, falling, without interpolation (scikit-learn's {@code
 *       average_precision_score}); chance is the share of positive items, not 0.5
 *   <li>standard error and interval: {@link Bootstrap} with a percentile interval
 * </ul>
 *
 * <p>Undefined without a positive item (scikit-learn: 0).
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AveragePrecision {

    private AveragePrecision() {}

    /**
     * Of two classes.
     *
     * @param positive [items] whether an item is positive
     * @param scores [items] higher means more likely positive
     */
    public static Estimate of(boolean[] positive, double[] scores, Bootstrap bootstrap) {
        Ranking ranking = Ranking.of(positive, scores);
        if (ranking.positive == 0) {
            return Estimate.undefined(ranking.n(), "average precision is undefined: no item is positive");
        }
        double value = area(ranking.positives, ranking.negatives);
        int places = ranking.scores.length;
        return bootstrap.percentile(value, ranking.n(), drawn -> {
            int[] positives = new int[places];
            int[] negatives = new int[places];
            for (int item : drawn) {
                (positive[item] ? positives : negatives)[ranking.placeOfItem[item]]++;
            }
            return area(positives, negatives);
        });
    }

    /** NaN without a positive item. */
    private static double area(int[] positives, int[] negatives) {
        double sum = 0;
        int right = 0;
        int called = 0;
        for (int place = positives.length - 1; place >= 0; place--) {
            right += positives[place];
            called += positives[place] + negatives[place];
            if (positives[place] > 0) {
                sum += (double) positives[place] * right / called;
            }
        }
        return sum / right;
    }
}
