package dev.touchstone.engine;

import dev.touchstone.gate.Gates;
import dev.touchstone.result.GateResult;
import dev.touchstone.run.RunSession;
import java.util.List;

/** Judges all gates of a run once, when its suites have ended: gates of one kind share their level. */
final class GateExecution {

    private final Gates gates;
    private List<GateResult> results = List.of();

    GateExecution(Gates gates) {
        this.gates = gates;
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
