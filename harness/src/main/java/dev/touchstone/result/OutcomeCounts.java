package dev.touchstone.result;

import java.util.Collection;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How many items ended in which way.
 *
 * @param correct right answers
 * @param wrong wrong ones
 * @param noAnswer items without an answer that could be read
 * @param error items that could not be evaluated
 * @param measured items that no answer is right or wrong for
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record OutcomeCounts(int correct, int wrong, int noAnswer, int error, int measured) {

    /** Counts of items with right and wrong answers. */
    public OutcomeCounts(int correct, int wrong, int noAnswer, int error) {
        this(correct, wrong, noAnswer, error, 0);
    }

    /** Counts the outcomes of some items. */
    public static OutcomeCounts of(Collection<ItemResult> items) {
        int[] counts = new int[Outcome.values().length];
        items.forEach(item -> counts[item.outcome().ordinal()]++);
        return new OutcomeCounts(
                counts[Outcome.CORRECT.ordinal()],
                counts[Outcome.WRONG.ordinal()],
                counts[Outcome.NO_ANSWER.ordinal()],
                counts[Outcome.ERROR.ordinal()],
                counts[Outcome.MEASURED.ordinal()]);
    }

    /** All items. */
    public int total() {
        return judged() + measured + error;
    }

    /** Items that were found right, wrong or without an answer: what an accuracy is a share of. */
    public int judged() {
        return correct + wrong + noAnswer;
    }
}
