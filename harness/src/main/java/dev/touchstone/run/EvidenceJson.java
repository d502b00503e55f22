package dev.touchstone.run;

import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, in a line of an items file. A figure that is not a finite number is null there; the text says why. */
final class EvidenceJson {

    private EvidenceJson() {}

    static void write(Checked checked, ObjectNode node) {
        node.put("text", checked.text());
        ObjectNode numbers = node.putObject("numbers");
        checked.numbers().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                numbers.put(name, value);
            } else {
                numbers.putNull(name);
            }
        });
    }

    static Checked read(JsonNode node, Outcome outcome) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.required("numbers")
                .properties()
                .forEach(entry -> numbers.put(
                        entry.getKey(),
                        entry.getValue().isNull()
                                ? Double.NaN
                                : entry.getValue().asDouble()));
        return new Checked(outcome, node.required("text").asString(), numbers);
    }
}
