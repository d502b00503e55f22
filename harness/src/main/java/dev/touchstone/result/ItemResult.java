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
        Outcome outcome,
        @Nullable String error,
        Map<String, Double> scores,
        Tokens tokens,
        Timing timing) {

    /**
     * Token counts of an item.
     *
     * @param prompt tokens of the prompt as the model saw it
     * @param scored tokens of all choices together
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
