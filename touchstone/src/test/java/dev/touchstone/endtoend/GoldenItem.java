package dev.touchstone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One item as lm-evaluation-harness 0.4.13 evaluated it.
 *
 * @param id the item's id in Touchstone, such as {@code ceval/law#0}
 * @param promptSha256 hex digest of the prompt
 * @param continuations what was scored
 * @param loglikelihoods of each continuation
 * @param greedy whether each is what greedy decoding says
 * @param acc 1 when the answer is right
 * @param accNorm 1 when the answer by log-likelihood per character is right
 */
record GoldenItem(
        String id,
        String promptSha256,
        List<String> continuations,
        List<Double> loglikelihoods,
        List<Boolean> greedy,
        double acc,
        double accNorm) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static List<GoldenItem> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(GoldenItem::parse).toList();
    }

    private static GoldenItem parse(String line) {
        JsonNode node = MAPPER.readTree(line);
        double acc = acc(node);
        return new GoldenItem(
                id(node.required("task").asString(), node.required("doc_id").asInt()),
                node.required("context_sha256").asString(),
                values(node, "continuations").map(JsonNode::asString).toList(),
                values(node, "loglikelihoods").map(JsonNode::asDouble).toList(),
                values(node, "is_greedy").map(JsonNode::asBoolean).toList(),
                acc,
                node.has("acc_norm") ? node.get("acc_norm").asDouble() : acc);
    }

    /** CoLA's lines have no acc, but the gold and the answer that Matthews' correlation is made of. */
    private static double acc(JsonNode node) {
        JsonNode mcc = node.path("mcc");
        return mcc.isMissingNode()
                ? node.required("acc").asDouble()
                : mcc.get(0).equals(mcc.get(1)) ? 1 : 0;
    }

    private static java.util.stream.Stream<JsonNode> values(JsonNode node, String name) {
        return StreamSupport.stream(node.required(name).spliterator(), false);
    }

    private static String id(String task, int index) {
        return task.replaceFirst("^ceval-valid_", "ceval/")
                        .replaceFirst("^mmlu_", "mmlu/")
                        .replaceFirst("^(sciq|crass)$", "$1/$1")
                        .replaceFirst("^(cola|sst2|mrpc|qnli|rte|mnli|wnli)$", "glue/$1")
                + "#" + index;
    }

    /** How far the best continuation is ahead of the second. */
    double lead() {
        List<Double> sorted =
                loglikelihoods.stream().sorted((a, b) -> Double.compare(b, a)).toList();
        return sorted.get(0) - sorted.get(1);
    }
}
