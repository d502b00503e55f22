package dev.touchstone.run;

import dev.touchstone.result.ItemResult.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, in a line of an items file. A figure that is not a finite number is null there; the text says why. */
final class EvidenceJson {

    private EvidenceJson() {}

    static void write(Evidence evidence, ObjectNode item) {
        ObjectNode node = item.putObject("evidence").put("text", evidence.text());
        ObjectNode numbers = node.putObject("numbers");
        evidence.numbers().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                numbers.put(name, value);
            } else {
                numbers.putNull(name);
            }
        });
    }

    static Evidence read(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.required("numbers")
                .properties()
                .forEach(entry -> numbers.put(
                        entry.getKey(),
                        entry.getValue().isNull()
                                ? Double.NaN
                                : entry.getValue().asDouble()));
        return new Evidence(node.required("text").asString(), numbers);
    }
}
