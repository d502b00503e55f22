package dev.touchstone.reports.lmeval;

import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code samples_*.jsonl}: a line for each item and filter. What is right of generated text is not compared: it is worded in several ways there. */
final class SampleReader {

    private static final String NOTHING_FOUND = "[invalid]";

    /** Each is the pair of a text's log-likelihood and its length. */
    private static final List<String> PERPLEXITIES = List.of("word_perplexity", "byte_perplexity", "bits_per_byte");

    private static final Set<String> NO_METRICS = Set.of(
            "doc_id",
            "doc",
            "target",
            "arguments",
            "resps",
            "filtered_resps",
            "filter",
            "doc_hash",
            "prompt_hash",
            "target_hash");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String idPrefix;
    private final List<String> filters;
    private final Map<String, ItemSummary> items = new LinkedHashMap<>();
    private final Map<Integer, Integer> timesSeen = new HashMap<>();

    /**
     * Of one task.
     *
     * @param idPrefix what stands before an item's number
     * @param filters the task's filters in their order; versions before 0.4.7 do not say in a sample whose it is
     */
    SampleReader(String idPrefix, List<String> filters) {
        this.idPrefix = idPrefix;
        this.filters = filters;
    }

    List<ItemSummary> read(Path file) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                ItemSummary item = item(complete(MAPPER.readValue(line, ObjectNode.class)));
                items.merge(item.id(), item, SampleReader::together);
            }
        } catch (JacksonException e) {
            throw new ComparisonRefused("the baseline's samples " + file + " are damaged at line " + number + ": "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
        return List.copyOf(items.values());
    }

    /** As version 0.4.7 and later write it. Before, all samples of a filter stood before those of the next. */
    private JsonNode complete(ObjectNode sample) {
        if (!sample.has("filter")) {
            int time = timesSeen.merge(sample.required("doc_id").asInt(), 1, Integer::sum) - 1;
            sample.put("filter", time < filters.size() ? filters.get(time) : "none");
        }
        if (!sample.has("metrics")) {
            List<String> names = sample.propertyNames().stream()
                    .filter(name -> !NO_METRICS.contains(name))
                    .toList();
            ArrayNode metrics = sample.putArray("metrics");
            names.forEach(metrics::add);
        }
        return sample;
    }

    private ItemSummary item(JsonNode sample) {
        if (isOfChoices(sample)) {
            return chosen(sample);
        }
        return isWholeText(sample) ? summary(sample, "", "", Outcome.MEASURED) : generated(sample);
    }

    private static boolean isOfChoices(JsonNode sample) {
        return sample.required("resps").path(0).path(0).isArray();
    }

    private static boolean isWholeText(JsonNode sample) {
        return PERPLEXITIES.stream().anyMatch(sample::has);
    }

    /** Of one choice only it is asked whether greedy decoding says it. */
    private ItemSummary chosen(JsonNode sample) {
        List<Double> loglikelihoods = loglikelihoods(sample);
        boolean single = loglikelihoods.size() == 1;
        int answer = single ? greedy(sample) : best(loglikelihoods);
        String target = single ? "0" : sample.required("target").asString();
        boolean known = target.matches("\\d+");
        boolean right = known ? Integer.parseInt(target) == answer : isRight(sample);
        return summary(sample, known ? target : "", String.valueOf(answer), right ? Outcome.CORRECT : Outcome.WRONG);
    }

    private ItemSummary generated(JsonNode sample) {
        String answer = sample.required("filtered_resps").path(0).asString();
        boolean none = answer.equals(NOTHING_FOUND);
        Outcome wrong = none ? Outcome.NO_ANSWER : Outcome.WRONG;
        return summary(sample, "", none ? "" : answer, isRight(sample) ? Outcome.CORRECT : wrong);
    }

    private ItemSummary summary(JsonNode sample, String gold, String answer, Outcome outcome) {
        return new ItemSummary(
                idPrefix + sample.required("doc_id").asInt(),
                sample.required("prompt_hash").asString(),
                gold,
                answer,
                outcome,
                scores(sample),
                isOfChoices(sample) ? loglikelihoods(sample) : List.of(),
                isWholeText(sample) ? amounts(sample) : Map.of());
    }

    /** By the first metric. */
    private static boolean isRight(JsonNode sample) {
        return scores(sample).values().stream().findFirst().orElse(0.0) == 1;
    }

    private static Map<String, Double> amounts(JsonNode sample) {
        JsonNode bytes = sample.path(sample.has("byte_perplexity") ? "byte_perplexity" : "bits_per_byte")
                .path(1);
        return bytes.isNumber()
                ? Map.of(
                        ItemSummary.LOGLIKELIHOOD,
                        number(sample.required("resps").path(0).path(0)),
                        ItemSummary.BYTES,
                        bytes.asDouble())
                : Map.of();
    }

    /** Only what one item has a value of; F1 and the like are pairs of right and answer there. */
    private static Map<String, Double> scores(JsonNode sample) {
        String filter = sample.required("filter").asString();
        Map<String, Double> scores = new LinkedHashMap<>();
        for (JsonNode name : sample.required("metrics")) {
            JsonNode value = sample.path(name.asString());
            if (value.isNumber()) {
                scores.put(filter.equals("none") ? name.asString() : name.asString() + "," + filter, value.asDouble());
            }
        }
        return scores;
    }

    /** The same item read by two filters: the first one decides. */
    private static ItemSummary together(ItemSummary first, ItemSummary second) {
        Map<String, Double> scores = new LinkedHashMap<>(first.scores());
        scores.putAll(second.scores());
        String answers = String.join(
                "\n",
                List.of(first.answer(), second.answer()).stream()
                        .filter(answer -> !answer.isEmpty())
                        .toList());
        return new ItemSummary(
                first.id(),
                first.promptSha256(),
                first.gold(),
                answers,
                first.outcome(),
                scores,
                first.loglikelihoods(),
                first.amounts());
    }

    /** Those without the prompt, which acc_mutual_info needs, stand behind those with it. */
    private static List<Double> loglikelihoods(JsonNode sample) {
        JsonNode responses = sample.required("resps");
        boolean twice = sample.required("metrics")
                .valueStream()
                .anyMatch(name -> name.asString("").equals("acc_mutual_info"));
        return responses
                .valueStream()
                .limit(twice ? responses.size() / 2 : responses.size())
                .map(response -> number(response.path(0).path(0)))
                .toList();
    }

    private static int greedy(JsonNode sample) {
        return sample.required("resps").path(0).path(0).path(1).asString("").equals("True") ? 0 : Chosen.NONE;
    }

    /** The first of the most likely ones. */
    private static int best(List<Double> loglikelihoods) {
        int best = 0;
        for (int i = 1; i < loglikelihoods.size(); i++) {
            best = loglikelihoods.get(i) > loglikelihoods.get(best) ? i : best;
        }
        return best;
    }

    /** Numbers are texts there. */
    private static double number(JsonNode text) {
        return Double.parseDouble(text.asString().replace("inf", "Infinity"));
    }
}
