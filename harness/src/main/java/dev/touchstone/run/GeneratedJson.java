package dev.touchstone.run;

import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.TextSample;
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
        write(generated.extractions(), node);
        if (!generated.samples().isEmpty()) {
            ArrayNode samples = node.putArray("samples");
            for (TextSample sample : generated.samples()) {
                ObjectNode entry = samples.addObject();
                entry.put("outcome", sample.outcome().jsonName()).put("response", sample.response());
                write(sample.extractions(), entry);
            }
        }
    }

    private static void write(List<Extracted> all, ObjectNode node) {
        ArrayNode extractions = node.putArray("extractions");
        for (Extracted extracted : all) {
            ObjectNode entry = extractions.addObject();
            entry.put("metric", extracted.metric()).put("rule", extracted.rule());
            entry.putArray("span").add(extracted.from()).add(extracted.to());
            entry.put("value", extracted.value());
        }
    }

    static Generated read(JsonNode node, Outcome outcome) {
        return new Generated(
                outcome,
                node.required("response").asString(),
                node.required("gold").asString(),
                extractions(node),
                node.path("samples").valueStream().map(GeneratedJson::sample).toList());
    }

    private static TextSample sample(JsonNode node) {
        return new TextSample(
                Outcome.named(node.required("outcome").asString()),
                node.required("response").asString(),
                extractions(node));
    }

    private static List<Extracted> extractions(JsonNode node) {
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
        return extractions;
    }
}
