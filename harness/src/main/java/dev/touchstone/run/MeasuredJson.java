package dev.touchstone.run;

import dev.touchstone.result.Measured;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a measurement in a line of an items file. */
final class MeasuredJson {

    private MeasuredJson() {}

    static void write(Measured measured, ObjectNode node) {
        if (measured instanceof Measured.OnScale place) {
            node.put("gold", place.gold()).put("prediction", place.prediction());
        } else if (measured instanceof Measured.Text text) {
            node.set("loglikelihood", LoglikelihoodJson.write(text.loglikelihood()));
            node.put("words", text.words()).put("bytes", text.bytes()).put("windows", text.windows());
        }
    }

    /** What the line's item was measured as, or null. */
    static @Nullable Measured read(JsonNode node) {
        if (node.has("prediction")) {
            return new Measured.OnScale(
                    node.required("gold").asDouble(),
                    node.required("prediction").asDouble());
        }
        if (node.has("loglikelihood")) {
            return new Measured.Text(
                    LoglikelihoodJson.read(node.required("loglikelihood")),
                    node.required("words").asInt(),
                    node.required("bytes").asInt(),
                    node.required("windows").asInt());
        }
        return null;
    }
}
