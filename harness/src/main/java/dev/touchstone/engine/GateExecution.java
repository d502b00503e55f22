package dev.touchstone.engine;

import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.gate.Gates;
import dev.touchstone.result.GateResult;
import dev.touchstone.run.PlannedVariant;
import dev.touchstone.run.RunSession;
import java.util.List;
import java.util.Optional;

/** Judges all gates of a run once, when its suites have ended: gates of one kind share their level. */
final class GateExecution {

    private final Gates gates;
    private List<GateResult> results = List.of();

    GateExecution(Gates gates) {
        this.gates = gates;
    }

    /** What may stop a suite before its end. */
    Optional<EarlyDecision> earlyDecision(PlannedVariant planned) {
        return gates.earlyDecision(
                planned.suite().suite().id(), planned.variant().id());
    }

    void judge(RunSession session) {
        results = session.judge(gates);
    }

    GateResult result(String name) {
        return results.stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("gate '" + name + "' was not judged"));
    }
}
