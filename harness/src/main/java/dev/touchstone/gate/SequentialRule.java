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
 */
@API(status = Status.INTERNAL, since = "0.1")
public record SequentialRule(double margin, double detect) {

    /** How strongly these items, which came in random order, speak: a bet of 1 that has become E is a p-value of 1 / E. */
    public Strength strength(PairedOutcomes outcomes) {
        double drop = (double) (outcomes.lost() - outcomes.gained()) / Math.max(1, outcomes.n());
        return new Strength(p(Betting.worse(outcomes, 0)), p(Betting.notWorse(outcomes, detect)), drop > margin);
    }

    /** The verdict after these items; {@link Verdict#INCONCLUSIVE} says to go on. */
    public Verdict verdict(PairedOutcomes outcomes, double level) {
        Strength strength = strength(outcomes);
        return strength.verdict(strength.against(), level);
    }

    private static double p(double logEvidence) {
        return Math.min(1, StrictMath.exp(-logEvidence));
    }
}
