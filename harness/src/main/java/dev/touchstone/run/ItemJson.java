package dev.touchstone.run;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
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
        if (!item.choices().isEmpty()) {
            item.choices().forEach(node.putArray("choices")::add);
        }
        FindingJson.write(item.finding(), node);
        if (item.outcome() != Outcome.ERROR) {
            writeScores(node, item);
        }
        node.putObject("timing")
                .put("modelNanos", item.timing().modelNanos())
                .put("computedTokens", item.timing().computedTokens());
        return MAPPER.writeValueAsString(node);
    }

    private static void writeScores(ObjectNode node, ItemResult item) {
        if (!item.scores().isEmpty()) {
            ObjectNode scores = node.putObject("scores");
            item.scores().forEach((name, score) -> put(scores, name, score));
        }
        node.putObject("tokens")
                .put("prompt", item.tokens().prompt())
                .put("scored", item.tokens().scored());
        node.put("truncated", item.tokens().truncated());
    }

    /** Right and wrong are written as 1 and 0. */
    private static void put(ObjectNode scores, String name, double score) {
        if (score == 0 || score == 1) {
            scores.put(name, (int) score);
        } else {
            scores.put(name, score);
        }
    }

    /**
     * Reads a line.
     *
     * @throws JacksonException if it is not a whole item
     */
    static ItemResult read(String line) {
        JsonNode node = MAPPER.readTree(line);
        JsonNode timing = node.required("timing");
        return new ItemResult(
                node.required("id").asString(),
                node.required("suite").asString(),
                node.required("subject").asString(),
                node.required("index").asInt(),
                node.required("split").asString(),
                node.required("promptSha256").asString(),
                node.required("prompt").asString(),
                StreamSupport.stream(node.path("choices").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList(),
                FindingJson.read(node),
                scores(node.path("scores")),
                new Tokens(
                        node.path("tokens").path("prompt").asInt(0),
                        node.path("tokens").path("scored").asInt(0),
                        node.path("truncated").asInt(0)),
                new Timing(
                        timing.required("modelNanos").asLong(),
                        timing.required("computedTokens").asInt()));
    }

    private static Map<String, Double> scores(JsonNode object) {
        Map<String, Double> scores = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue().asDouble()));
        return scores;
    }
}
