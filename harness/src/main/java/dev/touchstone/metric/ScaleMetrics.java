package dev.touchstone.metric;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.regression.Correlation;
import dev.touchstone.metrics.regression.RSquared;
import dev.touchstone.metrics.regression.RegressionError;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How well predictions on a scale go together with the gold. */
final class ScaleMetrics {

    private ScaleMetrics() {}

    static Estimate of(MetricName metric, Collection<ItemResult> items, Bootstrap bootstrap) {
        List<OnScale> places = items.stream()
                .map(ItemResult::finding)
                .filter(OnScale.class::isInstance)
                .map(OnScale.class::cast)
                .toList();
        double[] predictions = places.stream().mapToDouble(OnScale::prediction).toArray();
        double[] gold = places.stream().mapToDouble(OnScale::gold).toArray();
        return switch (metric) {
            case R2 -> RSquared.of(gold, predictions, bootstrap);
            case MAE -> RegressionError.meanAbsolute(gold, predictions);
            case MSE -> RegressionError.meanSquared(gold, predictions);
            case RMSE -> RegressionError.rootMeanSquared(gold, predictions);
            default -> correlation(metric, predictions, gold);
        };
    }

    private static Estimate correlation(MetricName metric, double[] predictions, double[] gold) {
        if (gold.length > 1 && (isConstant(predictions) || isConstant(gold))) {
            return Estimate.undefined(
                    gold.length,
                    "the correlation is undefined: all "
                            + (isConstant(predictions) ? "predictions are equal" : "gold numbers are equal"));
        }
        return switch (metric) {
            case PEARSON -> Correlation.pearson(predictions, gold);
            case SPEARMAN -> Correlation.spearman(predictions, gold);
            case KENDALL -> Correlation.kendall(predictions, gold);
            default -> throw new IllegalArgumentException("'" + metric.key() + "' is no metric of places on a scale");
        };
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() == 1;
    }
}
