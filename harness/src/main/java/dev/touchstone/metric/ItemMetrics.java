package dev.touchstone.metric;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import dev.touchstone.metrics.Perplexity;
import dev.touchstone.metrics.classification.Confusion;
import dev.touchstone.metrics.classification.F1;
import dev.touchstone.metrics.classification.Mcc;
import dev.touchstone.plan.FurtherMetrics;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.GoldText;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.score.RollingScore;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns the outcomes of a subject, group or suite into estimates. Items that could not be evaluated count in none. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ItemMetrics {

    /** Metric name: F1 of the second choice, as lm-evaluation-harness has it for GLUE's yes-or-no tasks. */
    public static final String F1_SCORE = "f1";

    /** Metric name: Matthews' correlation coefficient of gold and answer. */
    public static final String MCC = "mcc";

    /** Metric name: e to the power of the mean of -ln P of the right continuation, however long it is. */
    public static final String PERPLEXITY = "perplexity";

    /** The resamples are the same in every run, so that equal items give equal intervals. */
    private static final long SEED = 1234;

    private static final int POSITIVE = 1;

    private ItemMetrics() {}

    /**
     * The estimates of some metrics, weighted by items.
     *
     * @param metrics names of the metrics, in report order
     * @param items outcomes; each that is right or wrong has a score of 0 or 1 for each metric but {@code f1} and {@code mcc}
     */
    public static Map<String, Estimate> of(List<String> metrics, Collection<ItemResult> items) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            estimates.put(metric, estimate(metric, items));
        }
        return estimates;
    }

    private static Estimate estimate(String metric, Collection<ItemResult> items) {
        return switch (metric) {
            case RollingScore.WORD_PERPLEXITY, RollingScore.BYTE_PERPLEXITY, RollingScore.BITS_PER_BYTE ->
                TextMetrics.of(metric, items);
            case ScaleMetrics.PEARSON, ScaleMetrics.SPEARMAN -> ScaleMetrics.of(metric, items);
            case F1_SCORE -> F1.of(confusion(items), POSITIVE, Bootstrap.seeded(SEED));
            case PERPLEXITY -> perplexity(items);
            case FurtherMetrics.GOLD_PROBABILITY -> mean(metric, items);
            case FurtherMetrics.GOLD_PERPLEXITY -> goldPerplexity(items);
            case MCC -> Mcc.of(confusion(items), Bootstrap.seeded(SEED));
            default -> isMean(metric, items) ? mean(metric, items) : accuracy(metric, items);
        };
    }

    private static Confusion confusion(Collection<ItemResult> items) {
        List<Chosen> answered = chosen(items).toList();
        int labels = answered.stream()
                .mapToInt(chosen -> chosen.loglikelihoods().size())
                .max()
                .orElse(2);
        return Confusion.of(
                answered.stream().mapToInt(Chosen::gold).toArray(),
                answered.stream().mapToInt(Chosen::answer).toArray(),
                labels);
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
        double[] loglikelihoods = chosen(items)
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

    private static Stream<Chosen> chosen(Collection<ItemResult> items) {
        return items.stream()
                .map(ItemResult::finding)
                .filter(Chosen.class::isInstance)
                .map(Chosen.class::cast);
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
