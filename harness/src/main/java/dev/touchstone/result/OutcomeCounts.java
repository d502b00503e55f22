package dev.touchstone.result;

import java.util.Collection;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How many items ended in which way. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record OutcomeCounts(int correct, int wrong, int noAnswer, int error) {

    /** Counts the outcomes of some items. */
    public static OutcomeCounts of(Collection<ItemResult> items) {
        int[] counts = new int[Outcome.values().length];
        items.forEach(item -> counts[item.outcome().ordinal()]++);
        return new OutcomeCounts(
                counts[Outcome.CORRECT.ordinal()],
                counts[Outcome.WRONG.ordinal()],
                counts[Outcome.NO_ANSWER.ordinal()],
                counts[Outcome.ERROR.ordinal()]);
    }

    /** All items. */
    public int total() {
        return correct + wrong + noAnswer + error;
    }
}
