package dev.touchstone.score;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Perplexity;
import dev.touchstone.suites.text.PythonWhitespace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the log-likelihood of a whole text says, with words and bytes counted as lm-evaluation-harness 0.4.13 does it
 * ({@code tasks/wikitext/preprocess_wikitext.py}): in the text as published, not in the one that the model sees.
 *
 * @param loglikelihood ln P(text), at most 0
 * @param words pieces between runs of whitespace, those before the first and after the last one included: {@code len(re.split(r"\s+", text))}
 * @param bytes of the text in UTF-8
 */
@API(status = Status.INTERNAL, since = "0.1")
public record RollingScore(double loglikelihood, int words, int bytes) {

    /** Metric name: perplexity for each word. */
    public static final String WORD_PERPLEXITY = "word_perplexity";

    /** Metric name: perplexity for each UTF-8 byte. */
    public static final String BYTE_PERPLEXITY = "byte_perplexity";

    /** Metric name: bits that the model needs for each UTF-8 byte. */
    public static final String BITS_PER_BYTE = "bits_per_byte";

    /** Sums of logarithms that are 0 but for rounding may come out above it by this much. */
    private static final double ROUNDING = 1e-6;

    /**
     * Counts.
     *
     * @param loglikelihood of the text as the model saw it
     * @param original the text as published
     * @throws ScoreException if the log-likelihood is not a number, or above 0: it is no probability then
     */
    public static RollingScore of(double loglikelihood, String original) {
        if (!(loglikelihood <= ROUNDING)) {
            throw new ScoreException("the model's log-likelihood of the text is " + loglikelihood
                    + ", but must be a number that is at most 0; check the model's weights");
        }
        return new RollingScore(
                Math.min(0, loglikelihood), words(original), original.getBytes(StandardCharsets.UTF_8).length);
    }

    /**
     * The values of this one text, by metric name; one that is not finite is left out.
     *
     * @param metrics names, in report order
     */
    public Map<String, Double> scores(List<String> metrics) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String metric : metrics) {
            Double value = estimate(metric).value();
            if (value != null && Double.isFinite(value)) {
                scores.put(metric, value);
            }
        }
        return scores;
    }

    private Estimate estimate(String metric) {
        double[] sum = {loglikelihood};
        return switch (metric) {
            case WORD_PERPLEXITY -> Perplexity.of(sum, new int[] {words});
            case BYTE_PERPLEXITY -> Perplexity.of(sum, new int[] {bytes});
            case BITS_PER_BYTE -> Perplexity.bitsPerByte(sum, new int[] {bytes});
            default -> throw new IllegalArgumentException("'" + metric + "' is no metric of a whole text");
        };
    }

    private static int words(String text) {
        int words = 1;
        boolean inSpace = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = PythonWhitespace.is(text.charAt(i));
            words += space && !inSpace ? 1 : 0;
            inSpace = space;
        }
        return words;
    }
}
