package dev.touchstone.reports.json;

import dev.touchstone.result.GateResult;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts in the results file, with their evidence. A figure that is no finite number is null; the evidence's text says why. */
final class GateNode {

    private GateNode() {}

    static ArrayNode all(List<GateResult> gates) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        gates.forEach(gate -> array.add(of(gate)));
        return array;
    }

    private static ObjectNode of(GateResult gate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", gate.name());
        node.put("kind", gate.kind());
        node.put("verdict", gate.verdict().name());
        ObjectNode evidence = node.putObject("evidence").put("text", gate.evidence());
        FiguresNode.write(gate.numbers(), evidence.putObject("numbers"));
        if (gate.baseline() != null) {
            write(gate.baseline(), node.putObject("baseline"));
        }
        return node;
    }

    static void write(ComparedWith baseline, ObjectNode node) {
        node.put("run", baseline.run())
                .put("model", baseline.model())
                .put("modelFingerprint", baseline.modelFingerprint())
                .put("variant", baseline.variant())
                .put("source", baseline.source());
    }
}
