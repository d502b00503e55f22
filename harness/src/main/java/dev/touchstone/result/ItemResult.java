package dev.touchstone.result;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item; one line of the items file.
 *
 * @param id {@code suite/subject#index}
 * @param suite the suite's id
 * @param subject the subject's id
 * @param index the item's place in the published file, from 0
 * @param split the evaluated split, such as {@code val}
 * @param promptSha256 hex digest of the prompt's UTF-8 bytes
 * @param prompt the whole prompt
 * @param choices the continuations as scored
 * @param loglikelihoods ln P of each choice, in their order; empty after an error
 * @param greedy whether each choice is what greedy decoding would say; empty after an error
 * @param gold index of the right choice
 * @param answer index of the chosen one, or -1 after an error
 * @param generated the text that the model wrote, when it was asked for one; null otherwise, and after an error
 * @param evidence what a check on the model found; null for a question, and after an error
 * @param outcome how it ended
 * @param error what went wrong, or null
 * @param scores the item's value of each metric, such as acc = 1; empty after an error
 * @param tokens counts
 * @param timing when and how long
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ItemResult(
        String id,
        String suite,
        String subject,
        int index,
        String split,
        String promptSha256,
        String prompt,
        List<String> choices,
        List<Double> loglikelihoods,
        List<Boolean> greedy,
        int gold,
        int answer,
        @Nullable Generated generated,
        @Nullable Evidence evidence,
        Outcome outcome,
        @Nullable String error,
        Map<String, Double> scores,
        Tokens tokens,
        Timing timing) {

    /** Whether it is a check on the model that does not hold. It fails the build, which a wrong answer does not. */
    public boolean isBrokenCheck() {
        return evidence != null && outcome == Outcome.WRONG;
    }

    /** How a check on the model came out: {@code holds}, {@code does not hold}, {@code skipped} or {@code error}. */
    public String findingInWords() {
        return switch (outcome) {
            case CORRECT -> "holds";
            case WRONG -> "does not hold";
            case NO_ANSWER -> "skipped";
            case ERROR -> "error";
        };
    }

    /** What the model answered and what is right, in a few words: {@code answered B, gold C}; of a check what it found. */
    public String answerInWords() {
        if (outcome == Outcome.ERROR) {
            return "could not be evaluated";
        }
        if (evidence != null) {
            return findingInWords() + ": " + evidence.text();
        }
        String given = outcome == Outcome.NO_ANSWER ? "no answer" : "answered " + answerText();
        return outcome == Outcome.CORRECT ? given + ", right" : given + ", gold " + goldText();
    }

    private String answerText() {
        return generated == null || generated.extractions().isEmpty()
                ? letter(answer)
                : generated.extractions().get(0).value();
    }

    private String goldText() {
        return generated == null
                ? letter(gold)
                : generated.gold().substring(generated.gold().lastIndexOf('\n') + 1);
    }

    /** A choice as people name it: {@code A} for 0. */
    private static String letter(int choice) {
        return choice < 0 ? "\u2013" : String.valueOf((char) ('A' + choice));
    }

    /**
     * A generated text and what was read from it.
     *
     * @param response the text, cut before the first stop string
     * @param gold the right answer as the suite words it
     * @param extractions what the filters read, the headline one's first; a filter that found no answer has none
     */
    public record Generated(String response, String gold, List<Extracted> extractions) {}

    /**
     * An answer that was read from a text.
     *
     * @param metric the metric that it counts for
     * @param rule the rule that found it
     * @param from index of its first UTF-16 unit in the text
     * @param to index after its last one
     * @param value the answer
     */
    public record Extracted(String metric, String rule, int from, int to, String value) {}

    /**
     * What a check on the model found.
     *
     * @param text in one line, with the figures; of a check that could not be tried the reason
     * @param numbers the figures by name; NaN where one is not defined
     */
    public record Evidence(String text, Map<String, Double> numbers) {}

    /**
     * Token counts of an item.
     *
     * @param prompt tokens of the prompt as the model saw it
     * @param scored tokens of all choices together; of a generated text its own
     * @param truncated tokens cut off the prompt's beginning, the most over its choices; 0 if nothing was cut
     */
    public record Tokens(int prompt, int scored, int truncated) {}

    /**
     * Timing of an item. The only part of an items file that differs between two equal runs.
     *
     * @param modelNanos time the model spent on the item, in nanoseconds
     * @param computedTokens token positions that were computed for the item (shared beginnings count where first computed)
     */
    public record Timing(long modelNanos, int computedTokens) {}
}
