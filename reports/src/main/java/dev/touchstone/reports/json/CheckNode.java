package dev.touchstone.reports.json;

import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.ItemResult;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks on the model in the results file, with their evidence. A figure that is no finite number is null; the evidence's text says why. */
final class CheckNode {

    private CheckNode() {}

    static ArrayNode all(List<ItemResult> checks) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        checks.forEach(check -> array.add(of(check)));
        return array;
    }

    private static ObjectNode of(ItemResult check) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", check.id());
        node.put("statement", check.prompt());
        node.put("outcome", check.outcome().jsonName());
        if (check.finding() instanceof Checked checked) {
            ObjectNode evidence = node.putObject("evidence").put("text", checked.text());
            FiguresNode.write(checked.numbers(), evidence.putObject("numbers"));
        } else {
            node.put("error", check.error());
        }
        return node;
    }
}
