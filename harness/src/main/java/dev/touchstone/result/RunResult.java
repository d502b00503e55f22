package dev.touchstone.result;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A whole run: what ran, and what came out.
 *
 * @param run where the numbers come from
 * @param suites each suite under each variant
 * @param comparisons each variant but the first, compared with the first; empty when there is only one
 * @param gates verdicts, in the order of the tests
 * @param againstBaseline suites compared with a baseline of another run; empty when there is none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunResult(
        RunInfo run,
        List<SuiteResult> suites,
        List<VariantComparison> comparisons,
        List<GateResult> gates,
        List<BaselineComparison> againstBaseline) {

    /** A run with one variant and without gates. */
    public RunResult(RunInfo run, List<SuiteResult> suites) {
        this(run, suites, List.of(), List.of(), List.of());
    }
}
