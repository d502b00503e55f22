package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.PairedTest;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a suite did, compared with a baseline on the same items.
 *
 * @param candidate the suite of this run
 * @param baseline the run that it was compared with
 * @param outcomes right and wrong, item by item; no answer is not right
 * @param changedAnswers items that were answered otherwise, rightly or wrongly
 * @param leftOut items that at least one of the two has no answer of
 * @param flips the items that only one of the two got right, in the suite's order
 * @param difference share of right answers, candidate less baseline
 * @param test whether chance explains the flips: McNemar's exact test
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record BaselineComparison(
        SuiteResult candidate,
        ComparedWith baseline,
        PairedOutcomes outcomes,
        int changedAnswers,
        int leftOut,
        List<Flip> flips,
        Estimate difference,
        PairedTest test) {

    /**
     * An item that only one of the two runs got right.
     *
     * @param id the item's id
     * @param was how it ended in the baseline
     * @param is how it ended in this run
     * @param answerThen what the baseline answered: the index of a choice, or what was read from the text; empty when there was no answer
     */
    public record Flip(String id, Outcome was, Outcome is, String answerThen) {}
}
