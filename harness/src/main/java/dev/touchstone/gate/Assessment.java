package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.GateResult.ComparedWith;
import dev.touchstone.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found: how strongly the run speaks against it and for it, before it is known how many other gates could raise a false alarm.
 *
 * @param gate the gate
 * @param strength p-values for both sides
 * @param words what to say of it
 * @param numbers the figures by name
 * @param baseline what the run was compared with; null when it was not
 */
record Assessment(
        PlannedGate gate,
        Strength strength,
        Words words,
        Map<String, Double> numbers,
        @Nullable ComparedWith baseline) {

    /** {@code sha256:} and 12 digits. */
    private static final int FINGERPRINT = 19;

    /**
     * What to say.
     *
     * @param facts what was observed
     * @param test the name of the test; empty when nothing was left to chance
     * @param failed why it fails, if it does
     * @param passed why it passes, if it does
     * @param open why it does neither, if so
     * @param outlook what would have been seen, and how many items it takes; may be empty
     */
    record Words(String facts, String test, String failed, String passed, String open, String outlook) {}

    /**
     * The verdict.
     *
     * @param adjusted the p-value against, adjusted for the other gates of its kind
     * @param family how many gates of its kind there are, this one included
     */
    GateResult decide(double adjusted, int family, Decision decision) {
        Verdict verdict = strength.verdict(adjusted, decision.level());
        Map<String, Double> all = new LinkedHashMap<>(numbers);
        all.put("p", strength.against());
        all.put("pAdjusted", adjusted);
        all.put("pWithin", strength.within());
        all.put("level", decision.level());
        return new GateResult(gate.name(), gate.kind().id(), verdict, text(verdict, adjusted, family), all, baseline);
    }

    /** The verdict of a gate that can't be judged. */
    static GateResult refused(PlannedGate gate, String why) {
        return new GateResult(gate.name(), gate.kind().id(), Verdict.REFUSED, "not judged: " + why, Map.of(), null);
    }

    private String text(Verdict verdict, double adjusted, int family) {
        String conclusion = switch (verdict) {
            case FAIL -> words.failed();
            case PASS -> words.passed();
            case INCONCLUSIVE, REFUSED -> words.open();
        };
        return Figures.joined(
                        ". ",
                        List.of(words.facts() + significance(adjusted, family), conclusion, words.outlook(), origin()))
                + ".";
    }

    private String significance(double adjusted, int family) {
        if (words.test().isEmpty()) {
            return "";
        }
        String corrected =
                family == 1 ? "" : ", " + Figures.p(adjusted) + " after Holm's correction over " + family + " gates";
        return "; p = " + Figures.p(strength.against()) + corrected + " (" + words.test() + ")";
    }

    private String origin() {
        return baseline == null
                ? ""
                : "Baseline: run " + baseline.run() + ", " + baseline.model() + " " + baseline.variant() + ", "
                        + shortened(baseline.modelFingerprint());
    }

    /** As much as people compare; the results file has all of it. */
    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length()));
    }
}
