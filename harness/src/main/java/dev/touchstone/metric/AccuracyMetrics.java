package dev.touchstone.metric;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.ItemResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns the outcomes of a subject, group or suite into estimates. Items that could not be evaluated count in none. */
@API(status = Status.INTERNAL, since = "0.1")
public final class AccuracyMetrics {

    private AccuracyMetrics() {}

    /**
     * The estimates of a suite's metrics, weighted by items.
     *
     * @param metrics names of the metrics, in report order
     * @param items outcomes; each that is no error has a score of 0 or 1 for each metric
     */
    public static Map<String, Estimate> of(List<String> metrics, Collection<ItemResult> items) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            List<Double> scores = items.stream()
                    .map(item -> item.scores().get(metric))
                    .filter(score -> score != null)
                    .toList();
            int right = (int) scores.stream().filter(score -> score == 1.0).count();
            estimates.put(metric, Accuracy.of(right, scores.size()));
        }
        return estimates;
    }
}
