package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateKind;
import dev.touchstone.metrics.Holm;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run. Gates of one kind share their level by Holm's correction: the chance that a run which is as good as the baseline fails any of them is
 * at most the level.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Gates {

    private final GatePlan plan;
    private final @Nullable Baseline baseline;

    /**
     * @param plan what is to be judged
     * @param baseline the other run that it is compared with; null when there is none
     */
    public Gates(GatePlan plan, @Nullable Baseline baseline) {
        this.plan = plan;
        this.baseline = baseline;
    }

    /** Each planned gate's result, in their order. */
    public List<GateResult> judge(RunResult run) {
        if (plan.gates().isEmpty()) {
            return List.of();
        }
        Map<GateKind, List<PlannedGate>> byKind = plan.gates().stream()
                .collect(Collectors.groupingBy(PlannedGate::kind, LinkedHashMap::new, Collectors.toList()));
        Baseline other = plan.configuration().comparison().isWithinRun()
                ? Baseline.ofVariant(run, plan.firstVariant())
                : baseline;
        List<GateResult> results = new ArrayList<>();
        byKind.values()
                .forEach(gates -> results.addAll(judge(new Judge(plan.configuration(), other, gates), gates, run)));
        return results;
    }

    /** The run beside the baseline; empty where variants of one run are compared, whose comparison is part of every run. */
    public List<BaselineComparison> compare(RunResult run) {
        if (baseline == null) {
            return List.of();
        }
        BaselineFlips flips = new BaselineFlips(baseline, plan.configuration());
        return plan.compared().stream()
                .flatMap(compared -> suite(run, compared.suite(), compared.variant()).stream())
                .flatMap(suite -> flips.of(suite).stream())
                .toList();
    }

    /**
     * What may stop a suite before its end; empty when nothing may. Each of a run's regression gates gets an equal part of the level (Bonferroni), so that
     * what stopped a suite still holds when Holm's correction has seen all of them.
     */
    public Optional<EarlyDecision> earlyDecision(String suite, String variant) {
        List<PlannedGate> regressions = plan.gates().stream()
                .filter(gate -> gate.kind() == GateKind.REGRESSION)
                .toList();
        GateConfiguration configuration = plan.configuration();
        if (baseline == null || !configuration.decision().sequential()) {
            return Optional.empty();
        }
        return regressions.stream()
                .filter(gate -> gate.suite().equals(suite) && gate.variant().equals(variant))
                .findFirst()
                .map(gate -> new EarlyDecision(
                        baseline.suite(suite, variant),
                        Comparison.value(
                                configuration.comparison().metric().of(suite).orElse(Comparison.RIGHT)),
                        new SequentialRule(
                                gate.limit().most(),
                                configuration
                                        .comparison()
                                        .detect(suite, gate.limit().most())),
                        configuration.decision().level() / regressions.size()));
    }

    private List<GateResult> judge(Judge judge, List<PlannedGate> gates, RunResult run) {
        Map<PlannedGate, Assessment> assessments = new LinkedHashMap<>();
        Map<PlannedGate, GateResult> refused = new LinkedHashMap<>();
        for (PlannedGate gate : gates) {
            try {
                assessments.put(gate, judge.find(gate, run));
            } catch (ComparisonRefused e) {
                refused.put(gate, Assessment.refused(gate, String.valueOf(e.getMessage())));
            }
        }
        Map<PlannedGate, GateResult> decided = decide(assessments);
        return gates.stream()
                .map(gate -> decided.getOrDefault(gate, refused.get(gate)))
                .toList();
    }

    private Map<PlannedGate, GateResult> decide(Map<PlannedGate, Assessment> assessments) {
        double[] adjusted = Holm.adjust(assessments.values().stream()
                .mapToDouble(assessment -> assessment.strength().against())
                .toArray());
        GateConfiguration configuration = plan.configuration();
        Map<PlannedGate, GateResult> decided = new LinkedHashMap<>();
        assessments.forEach((gate, assessment) -> decided.put(
                gate, assessment.decide(adjusted[decided.size()], assessments.size(), configuration.decision())));
        return decided;
    }

    static Optional<SuiteResult> suite(RunResult run, String suite, String variant) {
        return run.suites().stream()
                .filter(result -> result.suite().equals(suite))
                .filter(result -> result.variant().id().equals(variant))
                .findFirst();
    }
}
