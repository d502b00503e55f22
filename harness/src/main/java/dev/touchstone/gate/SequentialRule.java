package dev.touchstone.gate;

import dev.touchstone.metrics.paired.Betting;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.Verdict;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The regression gate for who looks after each item: it fails when the bet that the candidate is worse has won enough and the observed drop is above
 * the margin, and passes when the bet that the drop is below what must be detected has. The chance that it ever fails a candidate that is as good as
 * the baseline is at most the level, however often and whenever one looks; so is the chance that it ever passes one that dropped by what must be
 * detected.
 *
 * @param margin the largest drop that is let through
 * @param detect the drop that must be excluded to pass
 * @param level significance level
 */
@API(status = Status.INTERNAL, since = "0.1")
public record SequentialRule(double margin, double detect, double level) {

    /** The verdict after these items, which came in random order; {@link Verdict#INCONCLUSIVE} says to go on. */
    public Verdict verdict(PairedOutcomes outcomes) {
        double decisive = Betting.decisive(level);
        double drop = (double) (outcomes.lost() - outcomes.gained()) / Math.max(1, outcomes.n());
        if (drop > margin && Betting.worse(outcomes, 0) >= decisive) {
            return Verdict.FAIL;
        }
        return drop < detect && Betting.notWorse(outcomes, detect) >= decisive ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
