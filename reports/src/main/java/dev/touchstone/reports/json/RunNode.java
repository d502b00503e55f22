package dev.touchstone.reports.json;

import dev.touchstone.model.ModelDescription;
import dev.touchstone.result.FormComparison;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The results file's root. */
final class RunNode {

    /** Raised whenever a key is renamed or removed, or changes its meaning; not when one is added. */
    static final int SCHEMA = 1;

    private RunNode() {}

    static ObjectNode of(RunResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.set("run", run(result.run()));
        ArrayNode suites = root.putArray("suites");
        result.suites()
                .forEach(suite -> suites.add(SuiteNode.of(suite, result.run().folder())));
        ArrayNode comparisons = root.putArray("comparisons");
        result.comparisons().forEach(comparison -> comparisons.add(ComparisonNode.of(comparison)));
        List<FormComparison> forms = FormComparison.of(result.suites());
        if (!forms.isEmpty()) {
            ArrayNode array = root.putArray("forms");
            forms.forEach(comparison -> array.add(FormNode.of(comparison)));
        }
        root.set("gates", GateNode.all(result.gates()));
        if (!result.againstBaseline().isEmpty()) {
            ArrayNode against = root.putArray("againstBaseline");
            result.againstBaseline().forEach(comparison -> against.add(ComparisonNode.of(comparison)));
        }
        return root;
    }

    private static ObjectNode run(RunInfo run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", run.id());
        node.put("started", run.started().toString());
        node.put("model", run.model().name());
        node.put("modelFingerprint", run.model().fingerprint());
        node.set("modelDetails", model(run.model()));
        node.put("harnessVersion", run.harnessVersion());
        node.put("jdk", run.jdk());
        node.set("host", strings(run.host()));
        node.set("properties", strings(run.properties()));
        return node;
    }

    private static ObjectNode model(ModelDescription model) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("architecture", model.architecture());
        putKnown(node, "parameters", model.parameters());
        putKnown(node, "contextLength", model.contextLength());
        node.put("precision", model.precision());
        node.put("kernel", model.kernel());
        node.set("details", strings(model.details()));
        return node;
    }

    /** The model's interface says "0 if unknown"; a reader of the file shall not take that for a number. */
    private static void putKnown(ObjectNode node, String key, long value) {
        if (value > 0) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static ObjectNode strings(Map<String, String> values) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        values.forEach(node::put);
        return node;
    }
}
