package dev.touchstone.metrics.probability;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The precision-recall curve: one point for each distinct score. Call {@link #of}; {@link AveragePrecision} is the area below it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PrecisionRecallCurve {

    private PrecisionRecallCurve() {}

    /**
     * The curve from recall 0 to recall 1, thresholds falling; scikit-learn's {@code precision_recall_curve} read backwards.
     *
     * @param positive [items] whether an item is positive
     * @param scores [items] higher means more likely positive
     * @return the points; none when no item is positive, because then recall is undefined
     */
    public static List<PrecisionRecallPoint> of(boolean[] positive, double[] scores) {
        Ranking ranking = Ranking.of(positive, scores);
        if (ranking.positive == 0) {
            return List.of();
        }
        List<PrecisionRecallPoint> points = new ArrayList<>();
        points.add(new PrecisionRecallPoint(Double.POSITIVE_INFINITY, 1, 0));
        int right = 0;
        int called = 0;
        for (int place = ranking.scores.length - 1; place >= 0; place--) {
            right += ranking.positives[place];
            called += ranking.positives[place] + ranking.negatives[place];
            points.add(new PrecisionRecallPoint(
                    ranking.scores[place], (double) right / called, (double) right / ranking.positive));
        }
        return List.copyOf(points);
    }
}
