package dev.touchstone.run;

import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.GoldText;
import dev.touchstone.result.Finding.OfChoices;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.Outcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found of an item, in a line of an items file: the fields of its kind, by which it is known again, and the outcome. */
final class FindingJson {

    private FindingJson() {}

    static void write(Finding finding, ObjectNode node) {
        if (finding instanceof OfChoices scored) {
            writeLoglikelihoods(scored, node);
        }
        writeFieldsOfItsKind(finding, node);
        if (finding.outcome() != Outcome.MEASURED) {
            node.put("outcome", finding.outcome().jsonName());
        }
        if (finding instanceof Failed failed) {
            node.put("error", failed.error());
        }
    }

    private static void writeLoglikelihoods(OfChoices scored, ObjectNode node) {
        ArrayNode loglikelihoods = node.putArray("loglikelihoods");
        scored.loglikelihoods().forEach(value -> loglikelihoods.add(LoglikelihoodJson.write(value)));
        scored.greedy().forEach(node.putArray("greedy")::add);
    }

    private static void writeFieldsOfItsKind(Finding finding, ObjectNode node) {
        if (finding instanceof Chosen chosen) {
            if (chosen.isJudged()) {
                node.put("gold", chosen.gold());
            }
            if (chosen.answer() != Chosen.NONE) {
                node.put("answer", chosen.answer());
            }
            if (!chosen.sequenceTokens().isEmpty()) {
                chosen.sequenceTokens().forEach(node.putArray("sequenceTokens")::add);
            }
        } else if (finding instanceof GoldText gold) {
            if (Double.isFinite(gold.perplexity())) {
                node.put("perplexity", gold.perplexity());
            }
            node.put("limit", gold.limit());
        } else if (finding instanceof OnScale place) {
            node.put("gold", place.gold()).put("prediction", place.prediction());
        } else if (finding instanceof Generated generated) {
            GeneratedJson.write(generated, node);
        } else if (finding instanceof WholeText text) {
            node.set("loglikelihood", LoglikelihoodJson.write(text.loglikelihood()));
            node.put("words", text.words()).put("bytes", text.bytes()).put("windows", text.windows());
        } else if (finding instanceof Windowed text) {
            ArrayNode windows = node.putArray("windowLoglikelihoods");
            text.loglikelihoods().forEach(value -> windows.add(LoglikelihoodJson.write(value)));
            node.put("windowTokens", text.tokens());
        } else if (finding instanceof Checked checked) {
            EvidenceJson.write(checked, node.putObject("evidence"));
        } else if (finding instanceof Failed failed && failed.gold() >= 0) {
            node.put("gold", failed.gold());
        }
    }

    /** Only what is measured, or whose gold is not published, has no outcome. */
    static Finding read(JsonNode node) {
        if (node.has("windows")) {
            return wholeText(node);
        }
        if (node.has("windowTokens")) {
            return new Windowed(
                    list(node.required("windowLoglikelihoods"), LoglikelihoodJson::read),
                    node.get("windowTokens").asInt());
        }
        if (node.has("limit")) {
            return goldText(node);
        }
        if (node.has("prediction")) {
            return onScale(node);
        }
        if (node.has("loglikelihoods") && !node.has("gold") && !node.has("outcome")) {
            return chosen(node);
        }
        Outcome outcome = Outcome.named(node.required("outcome").asString());
        if (outcome == Outcome.ERROR) {
            return new Failed(
                    node.required("error").asString(), node.path("gold").asInt(-1));
        }
        if (node.has("response")) {
            return GeneratedJson.read(node, outcome);
        }
        return node.has("evidence") ? EvidenceJson.read(node.get("evidence"), outcome) : chosen(node);
    }

    private static Finding wholeText(JsonNode node) {
        return new WholeText(
                LoglikelihoodJson.read(node.required("loglikelihood")),
                node.required("words").asInt(),
                node.required("bytes").asInt(),
                node.required("windows").asInt());
    }

    private static Finding goldText(JsonNode node) {
        return new GoldText(
                loglikelihoods(node),
                greedy(node),
                node.path("perplexity").asDouble(Double.POSITIVE_INFINITY),
                node.required("limit").asDouble());
    }

    private static Finding onScale(JsonNode node) {
        return new OnScale(
                loglikelihoods(node),
                greedy(node),
                node.required("gold").asDouble(),
                node.required("prediction").asDouble());
    }

    private static Finding chosen(JsonNode node) {
        return new Chosen(
                loglikelihoods(node),
                greedy(node),
                node.path("gold").asInt(-1),
                node.path("answer").asInt(Chosen.NONE),
                list(node.path("sequenceTokens"), JsonNode::asInt));
    }

    private static List<Double> loglikelihoods(JsonNode node) {
        return list(node.required("loglikelihoods"), LoglikelihoodJson::read);
    }

    private static List<Boolean> greedy(JsonNode node) {
        return list(node.required("greedy"), JsonNode::asBoolean);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> value) {
        return StreamSupport.stream(array.spliterator(), false).map(value).toList();
    }
}
