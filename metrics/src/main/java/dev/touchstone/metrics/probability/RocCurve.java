package dev.touchstone.metrics.probability;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The ROC curve: one point for each distinct score. Call {@link #of}; {@link RocAuc} is the area below it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RocCurve {

    private RocCurve() {}

    /**
     * The curve from (0, 0) to (1, 1), thresholds falling; scikit-learn's {@code roc_curve(drop_intermediate=False)}.
     *
     * @param positive [items] whether an item is positive
     * @param scores [items] higher means more likely positive
     * @return the points; none when positive or negative items are missing, because then one of the rates is undefined
     */
    public static List<RocPoint> of(boolean[] positive, double[] scores) {
        Ranking ranking = Ranking.of(positive, scores);
        if (ranking.positive == 0 || ranking.negative == 0) {
            return List.of();
        }
        List<RocPoint> points = new ArrayList<>();
        points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        int right = 0;
        int wrong = 0;
        for (int place = ranking.scores.length - 1; place >= 0; place--) {
            right += ranking.positives[place];
            wrong += ranking.negatives[place];
            points.add(new RocPoint(
                    ranking.scores[place], (double) wrong / ranking.negative, (double) right / ranking.positive));
        }
        return List.copyOf(points);
    }
}
