package dev.touchstone.endtoend;

import dev.touchstone.endtoend.GoldenComparison.Part;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One line of lm-evaluation-harness 0.4.13: an item, or for generated texts an item by one of the task's filters.
 *
 * @param id the item's id in Touchstone, such as {@code ceval/law#0}
 */
record GoldenLine(String id, JsonNode node) {

    /** Where lm-evaluation-harness's task is not called like the publisher's subject. */
    private static final Map<String, String> OUR_NAMES = Map.of(
            "hendrycks_math_counting_and_prob", "math/counting_and_probability",
            "hendrycks_math_num_theory", "math/number_theory",
            "hendrycks_math_precalc", "math/precalculus");

    static GoldenLine of(JsonNode node) {
        return new GoldenLine(
                subject(node.required("task").asString()) + "#"
                        + node.required("doc_id").asInt(),
                node);
    }

    /** The subject in Touchstone, such as {@code ceval/law}. */
    static String subject(String task) {
        return OUR_NAMES.getOrDefault(
                task,
                task.replaceFirst("^ceval-valid_", "ceval/")
                        .replaceFirst("^mmlu_", "mmlu/")
                        .replaceFirst("^hendrycks_math_", "math/")
                        .replaceFirst("^(sciq|crass|gsm8k|wikitext)$", "$1/$1")
                        .replaceFirst("^(cola|sst2|mrpc|qnli|rte|mnli|wnli)$", "glue/$1"));
    }

    /**
     * Compares.
     *
     * @param item the line of our items file
     * @param parted told of a generated text that differs
     */
    void compare(JsonNode item, GoldenComparison found, Consumer<GoldenLine> parted) {
        found.equal(
                Part.PROMPTS,
                id,
                item.required("promptSha256").asString(),
                node.required("context_sha256").asString());
        if (node.has("response")) {
            compareText(item, found, parted);
        } else if (node.has("continuations")) {
            compareChoices(item, found);
        } else {
            comparePage(item, found);
        }
    }

    private void compareChoices(JsonNode item, GoldenComparison found) {
        found.equal(Part.PROMPTS, id, item.required("choices"), node.required("continuations"));
        for (int i = 0; i < node.required("loglikelihoods").size(); i++) {
            found.near(
                    id + " choice " + i,
                    item.required("loglikelihoods").required(i).asDouble(),
                    node.required("loglikelihoods").required(i).asDouble());
        }
        // Our bits are the same on every machine, so what agrees today by a hair agrees tomorrow.
        found.equal(Part.SCORES, id, item.required("greedy"), node.required("is_greedy"));
        found.equal(Part.SCORES, id, item.at("/scores/acc").asDouble(), acc());
        if (node.has("acc_norm") && item.at("/scores").has("acc_norm")) {
            found.equal(
                    Part.SCORES,
                    id,
                    item.at("/scores/acc_norm").asDouble(),
                    node.required("acc_norm").asDouble());
        }
    }

    /** CoLA's lines have no acc, but the gold and the answer that Matthews' correlation is made of. */
    private double acc() {
        JsonNode mcc = node.path("mcc");
        return mcc.isMissingNode()
                ? node.required("acc").asDouble()
                : mcc.get(0).equals(mcc.get(1)) ? 1 : 0;
    }

    /** What a text is worth is compared whenever the text is the same. */
    private void compareText(JsonNode item, GoldenComparison found, Consumer<GoldenLine> parted) {
        if (!found.equal(
                Part.TEXTS,
                id,
                item.required("response").asString(),
                node.required("response").asString())) {
            parted.accept(this);
            return;
        }
        String metric = metric(node.required("filter").asString());
        found.equal(
                Part.SCORES,
                id + " gold",
                item.required("gold").asString(),
                node.required("target").asString());
        found.equal(
                Part.SCORES,
                id + " " + metric,
                item.required("scores").required(metric).asDouble(),
                node.required("exact_match").asDouble());
        if (metric.contains(",")) {
            found.equal(
                    Part.SCORES,
                    id + " " + metric,
                    extracted(item, metric),
                    node.required("filtered").get(0).asString());
        }
    }

    private static String metric(String filter) {
        return filter.equals("none") ? "exact_match" : "exact_match," + filter;
    }

    private static String extracted(JsonNode item, String metric) {
        return item.required("extractions")
                .valueStream()
                .filter(extraction -> extraction.required("metric").asString().equals(metric))
                .map(extraction -> extraction.required("value").asString())
                .findFirst()
                .orElse("[invalid]");
    }

    private void comparePage(JsonNode item, GoldenComparison found) {
        found.near(
                id,
                item.required("loglikelihood").asDouble(),
                node.required("loglikelihood").asDouble());
        found.equal(
                Part.SCORES,
                id + " words",
                item.required("words").asInt(),
                node.required("word_perplexity").get(1).asInt());
        found.equal(
                Part.SCORES,
                id + " bytes",
                item.required("bytes").asInt(),
                node.required("bits_per_byte").get(1).asInt());
    }
}
