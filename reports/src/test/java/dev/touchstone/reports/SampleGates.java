package dev.touchstone.reports;

import dev.touchstone.metrics.paired.McNemar;
import dev.touchstone.metrics.paired.PairedDifference;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.BaselineComparison.Flip;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.GateResult.ComparedWith;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run with a gate of each verdict for tests. */
public final class SampleGates {

    private static final ComparedWith BASELINE = new ComparedWith(
            "20261031-090000-ceval", "gguf:models/small.gguf", "sha256:77", "native", "baselines/ceval.json");

    private SampleGates() {}

    public static RunResult run(Path folder) {
        RunResult run = SampleRuns.small(folder);
        return new RunResult(
                run.run(),
                run.suites(),
                List.of(),
                List.of(
                        new GateResult(
                                "regression: ceval native",
                                "regression",
                                Verdict.FAIL,
                                "acc 66.67 %, baseline 83.33 %, n = 6: difference -16.67 points (95 % interval -56.35 to 27.03 "
                                        + "points), 1 lost, 0 gained; p = 0.5000 (McNemar's exact test, one-sided). Worse than "
                                        + "the baseline.",
                                Map.of("lost", 1.0, "smallestDropSeen", Double.NaN),
                                BASELINE),
                        gate("min: ceval native acc", Verdict.PASS),
                        gate("no-answer: ceval native", Verdict.INCONCLUSIVE),
                        gate("flips: ceval native", Verdict.REFUSED)),
                List.of(againstBaseline(run.suites().get(0))));
    }

    private static BaselineComparison againstBaseline(SuiteResult suite) {
        PairedOutcomes outcomes = new PairedOutcomes(4, 1, 0, 1);
        return new BaselineComparison(
                suite,
                BASELINE,
                outcomes,
                2,
                1,
                List.of(new Flip("ceval/law#1", Outcome.CORRECT, Outcome.WRONG, "1")),
                PairedDifference.ofAccuracies(outcomes),
                McNemar.exact(outcomes));
    }

    private static GateResult gate(String name, Verdict verdict) {
        return new GateResult(
                name,
                name.substring(0, name.indexOf(':')),
                verdict,
                "items: 1 of 6 – a dash.",
                Map.of("value", 1 / 6.0),
                null);
    }
}
