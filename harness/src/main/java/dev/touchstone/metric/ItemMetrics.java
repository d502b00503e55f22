package dev.touchstone.metric;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import dev.touchstone.metrics.Perplexity;
import dev.touchstone.plan.FurtherMetrics;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.GoldText;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            case GOLD -> name == MetricName.GOLD_PROBABILITY ? mean(metric, items) : goldPerplexity(items);
            case CHOICES -> isMean(metric, items) ? mean(metric, items) : accuracy(metric, items);
        };
    }

    /** lm-evaluation-harness's {@code perplexity}: each item counts as one unit. Of windows llama.cpp's: each token does. */
    private static Estimate perplexity(Collection<ItemResult> items) {
        List<Windowed> texts = items.stream()
                .map(ItemResult::finding)
                .filter(Windowed.class::isInstance)
                .map(Windowed.class::cast)
                .toList();
        if (!texts.isEmpty()) {
            return TextMetrics.ofWindows(texts);
        }
        double[] loglikelihoods = Labels.chosen(items).stream()
                .mapToDouble(chosen -> chosen.loglikelihoods().get(0))
                .toArray();
        int[] units = new int[loglikelihoods.length];
        Arrays.fill(units, 1);
        return Perplexity.of(loglikelihoods, units);
    }

    /** Where several texts were drawn for each item, its score is a mean itself. */
    private static boolean isMean(String metric, Collection<ItemResult> items) {
        return !FurtherMetrics.isRightOrWrong(metric)
                && items.stream()
                        .anyMatch(item -> item.finding() instanceof Generated generated
                                && !generated.samples().isEmpty());
    }

    private static Estimate mean(String metric, Collection<ItemResult> items) {
        return Mean.of(items.stream()
                .map(item -> item.scores().get(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** Over all tokens of all gold texts: long ones count for more. */
    private static Estimate goldPerplexity(Collection<ItemResult> items) {
        List<ItemResult> scored = items.stream()
                .filter(item -> item.finding() instanceof GoldText)
                .toList();
        return Perplexity.of(
                scored.stream()
                        .mapToDouble(item ->
                                ((GoldText) item.finding()).loglikelihoods().get(0))
                        .toArray(),
                scored.stream().mapToInt(item -> item.tokens().scored()).toArray());
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
