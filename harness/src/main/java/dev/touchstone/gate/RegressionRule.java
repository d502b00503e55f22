package dev.touchstone.gate;

import dev.touchstone.metrics.paired.MarginTest;
import dev.touchstone.metrics.paired.McNemar;
import dev.touchstone.metrics.paired.PairedOutcomes;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The regression gate for right and wrong. It fails when McNemar's exact test says that the candidate got worse and the observed drop is above the
 * margin; it passes when a drop of what must be detected is excluded ({@link MarginTest}). A candidate that is as good as the baseline fails with a
 * chance of at most the level, for every number of items and flips.
 *
 * @param margin the largest drop that is let through
 * @param detect the drop that must be excluded to pass
 */
@API(status = Status.INTERNAL, since = "0.1")
public record RegressionRule(double margin, double detect) {

    /** How strongly the outcomes speak against the candidate and for it. */
    public Strength strength(PairedOutcomes outcomes) {
        double drop = (double) (outcomes.lost() - outcomes.gained()) / Math.max(1, outcomes.n());
        return new Strength(McNemar.exact(outcomes).worse(), MarginTest.below(outcomes, detect), drop > margin);
    }
}
