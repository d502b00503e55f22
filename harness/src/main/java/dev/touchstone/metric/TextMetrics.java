package dev.touchstone.metric;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Perplexity;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Perplexities of whole texts, over all of them together: long texts count for more. */
final class TextMetrics {

    private TextMetrics() {}

    static Estimate of(MetricName metric, Collection<ItemResult> items) {
        List<WholeText> texts = items.stream()
                .map(ItemResult::finding)
                .filter(WholeText.class::isInstance)
                .map(WholeText.class::cast)
                .toList();
        double[] loglikelihoods =
                texts.stream().mapToDouble(WholeText::loglikelihood).toArray();
        return switch (metric) {
            case WORD_PERPLEXITY -> Perplexity.of(loglikelihoods, counts(texts, WholeText::words));
            case BYTE_PERPLEXITY -> Perplexity.of(loglikelihoods, counts(texts, WholeText::bytes));
            case BITS_PER_BYTE -> Perplexity.bitsPerByte(loglikelihoods, counts(texts, WholeText::bytes));
            default -> throw new IllegalArgumentException("'" + metric.key() + "' is no metric of whole texts");
        };
    }

    /** Over the scored tokens of all windows; a window is what its tokens depend on each other in. */
    static Estimate ofWindows(List<Windowed> texts) {
        double[] loglikelihoods = texts.stream()
                .flatMap(text -> text.loglikelihoods().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        int[] tokens = texts.stream()
                .flatMapToInt(text -> IntStream.generate(text::tokens)
                        .limit(text.loglikelihoods().size()))
                .toArray();
        return Perplexity.of(loglikelihoods, tokens);
    }

    private static int[] counts(List<WholeText> texts, ToIntFunction<WholeText> count) {
        return texts.stream().mapToInt(count).toArray();
    }
}
