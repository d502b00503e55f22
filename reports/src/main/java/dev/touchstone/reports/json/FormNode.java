package dev.touchstone.reports.json;

import dev.touchstone.result.FormComparison;
import dev.touchstone.result.SuiteResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A suite that ran in both forms in {@code results.json}. */
final class FormNode {

    private FormNode() {}

    static ObjectNode of(FormComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", comparison.letters().suite());
        node.put("precision", comparison.letters().variant().precision());
        node.set("letters", score(comparison.letters()));
        node.set("cloze", score(comparison.cloze()));
        @Nullable SuiteResult better = comparison.better();
        if (better == null) {
            node.putNull("better");
            node.put("undefined", "one of the values is undefined");
        } else {
            node.put("better", better.variant().form());
        }
        return node;
    }

    private static ObjectNode score(SuiteResult suite) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("metric", FormComparison.metric(suite));
        @Nullable Double value = FormComparison.value(suite);
        if (value == null) {
            node.putNull("value");
        } else {
            node.put("value", value);
        }
        return node;
    }
}
