package dev.touchstone.metric;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.regression.Correlation;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How well predictions on a scale go together with the gold. */
final class ScaleMetrics {

    /** Metric name: Pearson's correlation of prediction and gold. */
    static final String PEARSON = "pearson";

    /** Metric name: Spearman's rank correlation of prediction and gold. */
    static final String SPEARMAN = "spearman";

    private ScaleMetrics() {}

    static Estimate of(String metric, Collection<ItemResult> items) {
        List<OnScale> places = items.stream()
                .map(ItemResult::finding)
                .filter(OnScale.class::isInstance)
                .map(OnScale.class::cast)
                .toList();
        double[] predictions = places.stream().mapToDouble(OnScale::prediction).toArray();
        double[] gold = places.stream().mapToDouble(OnScale::gold).toArray();
        if (places.size() > 1 && (isConstant(predictions) || isConstant(gold))) {
            return Estimate.undefined(
                    places.size(),
                    "the correlation is undefined: all "
                            + (isConstant(predictions) ? "predictions are equal" : "gold numbers are equal"));
        }
        return switch (metric) {
            case PEARSON -> Correlation.pearson(predictions, gold);
            case SPEARMAN -> Correlation.spearman(predictions, gold);
            default -> throw new IllegalArgumentException("'" + metric + "' is no metric of places on a scale");
        };
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() == 1;
    }
}
