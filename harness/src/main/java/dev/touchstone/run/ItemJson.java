package dev.touchstone.run;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Generated;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Measured;
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
import tools.jackson.databind.node.ArrayNode;
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
        writeChoices(node, item);
        writeAnswer(node, item);
        if (item.outcome() == Outcome.ERROR) {
            node.put("error", item.error());
        } else {
            writeScores(node, item);
        }
        node.putObject("timing")
                .put("modelNanos", item.timing().modelNanos())
                .put("computedTokens", item.timing().computedTokens());
        return MAPPER.writeValueAsString(node);
    }

    private static void writeChoices(ObjectNode node, ItemResult item) {
        if (item.choices().isEmpty()) {
            return;
        }
        item.choices().forEach(node.putArray("choices")::add);
        if (item.outcome() != Outcome.ERROR) {
            ArrayNode loglikelihoods = node.putArray("loglikelihoods");
            item.loglikelihoods().forEach(value -> loglikelihoods.add(LoglikelihoodJson.write(value)));
            item.greedy().forEach(node.putArray("greedy")::add);
        }
    }

    /** What is only measured is neither right nor wrong: it has no outcome. */
    private static void writeAnswer(ObjectNode node, ItemResult item) {
        if (item.measured() != null) {
            MeasuredJson.write(item.measured(), node);
            return;
        }
        if (item.generated() != null) {
            GeneratedJson.write(item.generated(), node);
        } else {
            putIndex(node, "gold", item.gold());
            putIndex(node, "answer", item.answer());
        }
        node.put("outcome", item.outcome().jsonName());
    }

    private static void putIndex(ObjectNode node, String key, int index) {
        if (index >= 0) {
            node.put(key, index);
        }
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
        Measured measured = MeasuredJson.read(node);
        Generated generated = node.has("response") ? GeneratedJson.read(node) : null;
        boolean chosen = measured == null && generated == null;
        JsonNode timing = node.required("timing");
        return new ItemResult(
                node.required("id").asString(),
                node.required("suite").asString(),
                node.required("subject").asString(),
                node.required("index").asInt(),
                node.required("split").asString(),
                node.required("promptSha256").asString(),
                node.required("prompt").asString(),
                list(node.path("choices"), JsonNode::asString),
                list(node.path("loglikelihoods"), LoglikelihoodJson::read),
                list(node.path("greedy"), JsonNode::asBoolean),
                chosen ? node.path("gold").asInt(-1) : -1,
                chosen ? node.path("answer").asInt(-1) : -1,
                generated,
                measured,
                measured == null ? outcome(node) : Outcome.MEASURED,
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

    private static Outcome outcome(JsonNode node) {
        String name = node.required("outcome").asString();
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.jsonName().equals(name))
                .findFirst()
                .orElseThrow();
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
