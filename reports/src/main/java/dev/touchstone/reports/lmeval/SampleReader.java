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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code samples_*.jsonl}: a line for each item and filter. What is right of generated text is not compared: it is worded in several ways there. */
final class SampleReader {

    private static final String NOTHING_FOUND = "[invalid]";

    /** Each is the pair of a text's log-likelihood and its length. */
    private static final List<String> PERPLEXITIES = List.of("word_perplexity", "byte_perplexity", "bits_per_byte");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String idPrefix;
    private final Map<String, ItemSummary> items = new LinkedHashMap<>();

    /** @param idPrefix what stands before an item's number */
    SampleReader(String idPrefix) {
        this.idPrefix = idPrefix;
    }

    List<ItemSummary> read(Path file) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                ItemSummary item = item(MAPPER.readTree(line));
                items.merge(item.id(), item, SampleReader::together);
            }
        } catch (JacksonException e) {
            throw new ComparisonRefused("the baseline's samples " + file + " are damaged at line " + number + ": "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
        return List.copyOf(items.values());
    }

    private ItemSummary item(JsonNode sample) {
        JsonNode first = sample.required("resps").path(0).path(0);
        if (first.isArray()) {
            return chosen(sample);
        }
        return PERPLEXITIES.stream().anyMatch(sample::has) ? wholeText(sample) : generated(sample);
    }

    /** Of one choice only it is asked whether greedy decoding says it. */
    private ItemSummary chosen(JsonNode sample) {
        JsonNode responses = sample.required("resps");
        // Those without the prompt stand behind those with it.
        boolean twice = sample.required("metrics")
                .valueStream()
                .anyMatch(name -> name.asString("").equals("acc_mutual_info"));
        int choices = twice ? responses.size() / 2 : responses.size();
        boolean single = choices == 1;
        int answer = single ? greedy(responses.get(0)) : best(responses, choices);
        String target = single ? "0" : sample.required("target").asString();
        Map<String, Double> scores = scores(sample);
        boolean right = target.matches("\\d+")
                ? Integer.parseInt(target) == answer
                : scores.values().stream().findFirst().orElse(0.0) == 1;
        return summary(
                sample,
                target.matches("\\d+") ? target : "",
                String.valueOf(answer),
                right ? Outcome.CORRECT : Outcome.WRONG,
                Map.of());
    }

    private ItemSummary generated(JsonNode sample) {
        String answer = sample.required("filtered_resps").path(0).asString();
        boolean none = answer.equals(NOTHING_FOUND);
        boolean right = scores(sample).values().stream().findFirst().orElse(0.0) == 1;
        return summary(
                sample,
                "",
                none ? "" : answer,
                right ? Outcome.CORRECT : none ? Outcome.NO_ANSWER : Outcome.WRONG,
                Map.of());
    }

    private ItemSummary wholeText(JsonNode sample) {
        double loglikelihood = Double.parseDouble(
                sample.required("resps").path(0).path(0).asString().replace("inf", "Infinity"));
        JsonNode bytes = sample.path(sample.has("byte_perplexity") ? "byte_perplexity" : "bits_per_byte")
                .path(1);
        return summary(
                sample,
                "",
                "",
                Outcome.MEASURED,
                bytes.isNumber()
                        ? Map.of(ItemSummary.LOGLIKELIHOOD, loglikelihood, ItemSummary.BYTES, bytes.asDouble())
                        : Map.of());
    }

    private ItemSummary summary(
            JsonNode sample, String gold, String answer, Outcome outcome, Map<String, Double> amounts) {
        return new ItemSummary(
                idPrefix + sample.required("doc_id").asInt(),
                sample.required("prompt_hash").asString(),
                gold,
                answer,
                outcome,
                scores(sample),
                amounts);
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
                first.id(), first.promptSha256(), first.gold(), answers, first.outcome(), scores, first.amounts());
    }

    private static int greedy(JsonNode response) {
        return response.path(0).path(1).asString("").equals("True") ? 0 : Chosen.NONE;
    }

    /** The first of the most likely ones. */
    private static int best(JsonNode responses, int choices) {
        int best = 0;
        for (int i = 1; i < choices; i++) {
            if (loglikelihood(responses, i) > loglikelihood(responses, best)) {
                best = i;
            }
        }
        return best;
    }

    private static double loglikelihood(JsonNode responses, int choice) {
        return Double.parseDouble(
                responses.path(choice).path(0).path(0).asString().replace("inf", "Infinity"));
    }
}
