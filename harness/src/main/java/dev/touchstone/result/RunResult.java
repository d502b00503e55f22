package dev.touchstone.result;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A whole run: what ran, and what came out.
 *
 * @param run where the numbers come from
 * @param suites each suite under each variant
 * @param comparisons each variant but the first, compared with the first; empty when there is only one
 * @param gates verdicts, in the order of the tests
 * @param againstBaseline suites compared with a baseline of another run; empty when there is none
 * @param distributions each variant but the first, compared with the first by the distributions of the next token; empty where none were known
 * @param hardware what the hardware makes of it; null if the run was not planned for any
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunResult(
        RunInfo run,
        List<SuiteResult> suites,
        List<VariantComparison> comparisons,
        List<GateResult> gates,
        List<BaselineComparison> againstBaseline,
        List<DistributionComparison> distributions,
        @Nullable HardwareResult hardware) {

    /** A run without gates, of which no distributions were compared, and that was not planned for any hardware. */
    public RunResult(RunInfo run, List<SuiteResult> suites, List<VariantComparison> comparisons) {
        this(run, suites, comparisons, List.of(), List.of(), List.of(), null);
    }

    /** A run with one variant and without gates. */
    public RunResult(RunInfo run, List<SuiteResult> suites) {
        this(run, suites, List.of());
    }
}
