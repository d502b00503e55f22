package dev.touchstone.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A log-likelihood in an items file. JSON has no infinity, so that of what has probability 0 is null. */
final class LoglikelihoodJson {

    private LoglikelihoodJson() {}

    static JsonNode write(double loglikelihood) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return loglikelihood == Double.NEGATIVE_INFINITY ? factory.nullNode() : factory.numberNode(loglikelihood);
    }

    static double read(JsonNode node) {
        return node.isNull() ? Double.NEGATIVE_INFINITY : node.asDouble();
    }
}
