package dev.touchstone.result;

import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Failed;
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
 * @param choices the continuations to score; empty where there are none
 * @param finding what was found
 * @param scores the item's value of each metric that one item has a value of, such as acc = 1; empty after an error
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
        Finding finding,
        Map<String, Double> scores,
        Tokens tokens,
        Timing timing) {

    /** How it ended. */
    public Outcome outcome() {
        return finding.outcome();
    }

    /** What went wrong when it could not be evaluated, or null. */
    public @Nullable String error() {
        return finding instanceof Failed failed ? failed.error() : null;
    }

    /** Whether it is a check on the model that does not hold. It fails the build, which a wrong answer does not. */
    public boolean isBrokenCheck() {
        return finding instanceof Checked && outcome() == Outcome.WRONG;
    }

    /**
     * Token counts of an item.
     *
     * @param prompt tokens of the prompt as the model saw it
     * @param scored tokens of all choices together; of a generated text, or one that is scored as a whole, its own
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
