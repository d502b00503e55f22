package dev.touchstone.sanity;

import dev.touchstone.result.ItemResult.Evidence;
import dev.touchstone.result.Outcome;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a check found.
 *
 * @param outcome {@code CORRECT} if it holds, {@code WRONG} if not, {@code NO_ANSWER} if it can't be tried on this model
 * @param evidence the figures, or why it can't be tried
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Finding(Outcome outcome, Evidence evidence) {

    static Finding of(boolean holds, String text, Map<String, Double> numbers) {
        return new Finding(holds ? Outcome.CORRECT : Outcome.WRONG, new Evidence(text, numbers));
    }

    static Finding skipped(String reason) {
        return new Finding(Outcome.NO_ANSWER, new Evidence(reason, Map.of()));
    }
}
