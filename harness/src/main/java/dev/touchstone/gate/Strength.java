package dev.touchstone.gate;

import dev.touchstone.result.Verdict;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How strongly a run speaks against a limit and for it.
 *
 * @param against p-value that is small when the run breaks the limit
 * @param within p-value that is small when it keeps it
 * @param beyond whether what was observed is beyond the limit: without that nothing fails, however significant
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Strength(double against, double within, boolean beyond) {

    /** What is known for certain. */
    static Strength certain(boolean broken) {
        return new Strength(broken ? 0 : 1, broken ? 1 : 0, broken);
    }

    /**
     * The verdict.
     *
     * @param adjusted the p-value against the run, adjusted for other gates that could raise a false alarm too
     * @param level significance level
     */
    public Verdict verdict(double adjusted, double level) {
        if (adjusted <= level && beyond) {
            return Verdict.FAIL;
        }
        return within <= level ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
