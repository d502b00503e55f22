package dev.touchstone.run;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of an items file. Fields that do not apply are left out. */
final class ItemJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ItemJson() {}

    /** The line, without its end. The fields' order is fixed. */
    static String write(ItemResult item) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", item.id());
        node.put("suite", item.suite());
        node.put("subject", item.subject());
        node.put("index", item.index());
        node.put("split", item.split());
        node.put("promptSha256", item.promptSha256());
        node.put("prompt", item.prompt());
        item.choices().forEach(node.putArray("choices")::add);
        boolean answered = item.outcome() != Outcome.ERROR;
        if (answered) {
            item.loglikelihoods().forEach(node.putArray("loglikelihoods")::add);
            item.greedy().forEach(node.putArray("greedy")::add);
        }
        if (item.evidence() != null) {
            EvidenceJson.write(item.evidence(), node);
        } else if (item.generated() != null) {
            GeneratedJson.write(item.generated(), node);
        } else if (item.gold() >= 0) {
            node.put("gold", item.gold());
        }
        if (answered && item.generated() == null && item.evidence() == null) {
            node.put("answer", item.answer());
        }
        node.put("outcome", item.outcome().jsonName());
        if (answered) {
            writeScores(node, item);
        } else {
            node.put("error", item.error());
        }
        node.putObject("timing")
                .put("modelNanos", item.timing().modelNanos())
                .put("computedTokens", item.timing().computedTokens());
        return MAPPER.writeValueAsString(node);
    }

    private static void writeScores(ObjectNode node, ItemResult item) {
        ObjectNode scores = node.putObject("scores");
        item.scores().forEach((name, score) -> scores.put(name, score.intValue()));
        node.putObject("tokens")
                .put("prompt", item.tokens().prompt())
                .put("scored", item.tokens().scored());
        node.put("truncated", item.tokens().truncated());
    }

    /**
     * Reads a line.
     *
     * @throws JacksonException if it is not a whole item
     */
    static ItemResult read(String line) {
        JsonNode node = MAPPER.readTree(line);
        Outcome outcome = Arrays.stream(Outcome.values())
                .filter(o -> o.jsonName().equals(node.required("outcome").asString()))
                .findFirst()
                .orElseThrow();
        JsonNode timing = node.required("timing");
        return new ItemResult(
                node.required("id").asString(),
                node.required("suite").asString(),
                node.required("subject").asString(),
                node.required("index").asInt(),
                node.required("split").asString(),
                node.required("promptSha256").asString(),
                node.required("prompt").asString(),
                list(node.required("choices"), JsonNode::asString),
                list(node.path("loglikelihoods"), JsonNode::asDouble),
                list(node.path("greedy"), JsonNode::asBoolean),
                node.path("gold").asInt(-1),
                node.path("answer").asInt(-1),
                node.has("response") ? GeneratedJson.read(node) : null,
                node.has("evidence") ? EvidenceJson.read(node.get("evidence")) : null,
                outcome,
                node.path("error").isMissingNode() ? null : node.get("error").asString(),
                scores(node.path("scores")),
                new Tokens(
                        node.path("tokens").path("prompt").asInt(0),
                        node.path("tokens").path("scored").asInt(0),
                        node.path("truncated").asInt(0)),
                new Timing(
                        timing.required("modelNanos").asLong(),
                        timing.required("computedTokens").asInt()));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> value) {
        return StreamSupport.stream(array.spliterator(), false).map(value).toList();
    }

    private static Map<String, Double> scores(JsonNode object) {
        Map<String, Double> scores = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue().asDouble()));
        return scores;
    }
}
