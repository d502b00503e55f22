package dev.touchstone.reports.lmeval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lines of an item: one for each filter. Numbers in responses are texts there. */
final class Samples {

    /** What a filter says there that found nothing. */
    private static final String NOTHING_FOUND = "[invalid]";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode item;
    private final List<Metric> metrics;

    Samples(JsonNode item, List<String> metrics) {
        this.item = item;
        this.metrics = metrics.stream().map(Metric::of).toList();
    }

    List<ObjectNode> all() {
        Set<String> filters = new LinkedHashSet<>();
        metrics.forEach(metric -> filters.add(metric.filter()));
        List<ObjectNode> samples = new ArrayList<>();
        filters.forEach(filter -> samples.add(sample(filter)));
        return samples;
    }

    private ObjectNode sample(String filter) {
        ObjectNode sample = NODES.objectNode();
        sample.put("doc_id", item.required("index").asInt());
        ObjectNode document =
                sample.putObject("doc").put("id", item.required("id").asString());
        String target = target();
        sample.put("target", target);
        sample.set("arguments", arguments());
        ArrayNode responses = responses();
        sample.set("resps", responses);
        sample.set("filtered_resps", filtered(responses, filter));
        sample.put("filter", filter);
        addMetrics(sample, filter);
        sample.put("doc_hash", Hashing.of(MAPPER.writeValueAsString(document)));
        sample.put("prompt_hash", item.required("promptSha256").asString());
        sample.put("target_hash", Hashing.of(target));
        return sample;
    }

    /** Whatever is right: a choice's index, a text, a number. A page is its own target. */
    private String target() {
        JsonNode gold = item.path("gold");
        return gold.isMissingNode() ? item.required("prompt").asString() : gold.asString();
    }

    private boolean isOfChoices() {
        return !item.path("loglikelihoods").isEmpty();
    }

    private ObjectNode arguments() {
        ObjectNode arguments = NODES.objectNode();
        JsonNode prompt = item.required("prompt");
        if (!isOfChoices()) {
            arguments.putObject("gen_args_0").set("arg_0", prompt);
            return arguments;
        }
        int number = 0;
        for (JsonNode choice : item.required("choices")) {
            arguments
                    .putObject("gen_args_" + number++)
                    .<ObjectNode>set("arg_0", prompt)
                    .set("arg_1", choice);
        }
        return arguments;
    }

    /** [requests][repeats] of a text, of a log-likelihood with whether it is greedy, or of a log-likelihood. */
    private ArrayNode responses() {
        ArrayNode responses = NODES.arrayNode();
        if (item.has("response")) {
            ArrayNode texts = responses.addArray();
            item.path("samples").forEach(sample -> texts.add(sample.required("response")));
            if (texts.isEmpty()) {
                texts.add(item.get("response"));
            }
        } else if (isOfChoices()) {
            for (int i = 0; i < item.get("loglikelihoods").size(); i++) {
                responses
                        .addArray()
                        .addArray()
                        .add(number(item.get("loglikelihoods").get(i)))
                        .add(item.path("greedy").path(i).asBoolean(false) ? "True" : "False");
            }
        } else {
            responses.addArray().add(number(item.path("loglikelihood")));
        }
        return responses;
    }

    /** A log-likelihood of probability 0 is null in the items file. */
    private static String number(JsonNode loglikelihood) {
        return loglikelihood.isNumber() ? Double.toString(loglikelihood.asDouble()) : "-inf";
    }

    private ArrayNode filtered(ArrayNode responses, String filter) {
        ArrayNode filtered = NODES.arrayNode();
        if (item.has("response")) {
            return filtered.add(extracted(filter));
        }
        responses.forEach(repeats -> filtered.add(repeats.get(0)));
        return filtered;
    }

    private String extracted(String filter) {
        return item.path("extractions")
                .valueStream()
                .filter(each ->
                        Metric.of(each.path("metric").asString("")).filter().equals(filter))
                .map(each -> each.path("value").asString(""))
                .findFirst()
                .orElse(NOTHING_FOUND);
    }

    private void addMetrics(ObjectNode sample, String filter) {
        ArrayNode named = sample.putArray("metrics");
        for (Metric metric : metrics) {
            JsonNode value = value(metric);
            if (metric.filter().equals(filter) && !value.isMissingNode()) {
                named.add(metric.name());
                sample.set(metric.name(), value);
            }
        }
    }

    /** A score; of what is computed over all items, as F1 is, the pair that it is computed from. */
    private JsonNode value(Metric metric) {
        JsonNode scores = item.path("scores");
        String name = metric.filter().equals("none") ? metric.name() : metric.name() + "," + metric.filter();
        if (item.has("words")) {
            JsonNode units = metric.name().startsWith("word") ? item.get("words") : item.path("bytes");
            return NODES.arrayNode().add(item.path("loglikelihood")).add(units);
        }
        if (scores.path(name).isNumber()) {
            return NODES.numberNode(scores.get(name).asDouble());
        }
        JsonNode answer = item.has("prediction") ? item.get("prediction") : item.path("answer");
        return answer.isNumber() ? NODES.arrayNode().add(item.path("gold")).add(answer) : NODES.missingNode();
    }
}
