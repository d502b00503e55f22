package dev.touchstone.run;

import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a generated answer in a line of an items file. */
final class GeneratedJson {

    private GeneratedJson() {}

    static void write(Generated generated, ObjectNode node) {
        node.put("gold", generated.gold());
        if (!generated.extractions().isEmpty()) {
            node.put("answer", generated.extractions().get(0).value());
        }
        node.put("response", generated.response());
        ArrayNode extractions = node.putArray("extractions");
        for (Extracted extracted : generated.extractions()) {
            ObjectNode entry = extractions.addObject();
            entry.put("metric", extracted.metric()).put("rule", extracted.rule());
            entry.putArray("span").add(extracted.from()).add(extracted.to());
            entry.put("value", extracted.value());
        }
    }

    static Generated read(JsonNode node, Outcome outcome) {
        List<Extracted> extractions = new ArrayList<>();
        for (JsonNode entry : node.required("extractions")) {
            JsonNode span = entry.required("span");
            extractions.add(new Extracted(
                    entry.required("metric").asString(),
                    entry.required("rule").asString(),
                    span.required(0).asInt(),
                    span.required(1).asInt(),
                    entry.required("value").asString()));
        }
        return new Generated(
                outcome,
                node.required("response").asString(),
                node.required("gold").asString(),
                extractions);
    }
}
