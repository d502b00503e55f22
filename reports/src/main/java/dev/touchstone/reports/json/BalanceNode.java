package dev.touchstone.reports.json;

import dev.touchstone.metric.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How often each label is right, in the results file. */
final class BalanceNode {

    private BalanceNode() {}

    static ObjectNode of(Labels labels) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        labels.names().forEach(node.putArray("labels")::add);
        ArrayNode counts = node.putArray("gold");
        for (int label = 0; label < labels.names().size(); label++) {
            counts.add(labels.confusion().gold(label));
        }
        double ratio = labels.confusion().imbalance();
        if (Double.isFinite(ratio)) {
            node.put("ratio", ratio);
        } else {
            node.putNull("ratio").put("undefined", "one of the labels is right in no item");
        }
        return node.put("accuracyMisleads", labels.mislead());
    }
}
