package dev.touchstone.metric;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Perplexity;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns the outcomes of a subject, group or suite into estimates. Items that could not be evaluated count in none. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ItemMetrics {

    /** The resamples are the same in every run, so that equal items give equal intervals. */
    private static final long SEED = 1234;

    private ItemMetrics() {}

    /**
     * The estimates of some metrics, weighted by items.
     *
     * @param metrics names of the metrics, in report order
     * @param items outcomes; each that is right or wrong has a score of 0 or 1 for each metric that is a share of right answers
     */
    public static Map<String, Estimate> of(List<String> metrics, Collection<ItemResult> items) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            estimates.put(metric, estimate(metric, items));
        }
        return estimates;
    }

    private static Estimate estimate(String metric, Collection<ItemResult> items) {
        MetricName name = MetricName.find(metric).orElse(MetricName.ACC);
        return switch (name.of()) {
            case TEXT -> TextMetrics.of(name, items);
            case SCALE -> ScaleMetrics.of(name, items, Bootstrap.seeded(SEED));
            case CONTINUATION -> perplexity(items);
            case LABELS -> LabelMetrics.of(name, items, Bootstrap.seeded(SEED));
            case PROBABILITIES -> ProbabilityMetrics.of(name, Labels.chosen(items), Bootstrap.seeded(SEED));
            case CHOICES -> accuracy(metric, items);
        };
    }

    /** lm-evaluation-harness's {@code perplexity}: each item counts as one unit. */
    private static Estimate perplexity(Collection<ItemResult> items) {
        double[] loglikelihoods = Labels.chosen(items).stream()
                .mapToDouble(chosen -> chosen.loglikelihoods().get(0))
                .toArray();
        int[] units = new int[loglikelihoods.length];
        Arrays.fill(units, 1);
        return Perplexity.of(loglikelihoods, units);
    }

    private static Estimate accuracy(String metric, Collection<ItemResult> items) {
        List<Double> scores = items.stream()
                .map(item -> item.scores().get(metric))
                .filter(score -> score != null)
                .toList();
        int right = (int) scores.stream().filter(score -> score == 1.0).count();
        return Accuracy.of(right, scores.size());
    }
}
