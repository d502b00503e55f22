package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The texts of lm-evaluation-harness 0.4.13 (transformers 4.57.6, torch 2.9.1 on CPU, fp32, the same GGUF dequantized), greedy, at most 256
 * new tokens: {@code gsm8k-5shot.jsonl} and {@code math-0shot.jsonl}. A slice by default, everything whose prompt can be made with
 * {@code -Dtouchstone.test.golden=all}.
 */
class GoldenGenerationTest {

    /** The tasks' stop strings. */
    private static final List<String> GSM8K = List.of("Question:", "</s>", "<|im_end|>");

    private static final List<String> MATH = List.of("Problem:");

    /** The shots that seed 1234 draws from the training items for the first four items, by lm-evaluation-harness 0.4.13. */
    private static final int[][] GSM8K_SHOTS = {
        {6374, 3610, 957, 61, 742},
        {7462, 6610, 4769, 286, 5501},
        {5677, 687, 806, 6279, 2905},
        {1939, 142, 252, 6461, 129}
    };

    /** Short ones, so that they take seconds: one ends with a stop string or the end of the sequence at once, others after some lines. */
    private static final List<String> SLICE =
            List.of("gsm8k#3", "hendrycks_math_algebra#0", "hendrycks_math_num_theory#0", "hendrycks_math_precalc#0");

    private static LanguageModel model;

    @BeforeAll
    static void loadModel() {
        Path file = GoldenFiles.file(GoldenFiles.MODEL);
        model = new GgufModelProvider().open(file.toString(), ModelOptions.defaults());
    }

    @AfterAll
    static void closeModel() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void generatesTheSameAnswersToGsm8k() throws IOException {
        assertSameTexts("golden/lm-eval/gsm8k-5shot.jsonl", gsm8kPrompts(), GSM8K, 4, 1);
    }

    @Test
    void generatesTheSameAnswersToMath() throws IOException {
        assertSameTexts("golden/lm-eval/math-0shot.jsonl", mathPrompts(), MATH, 14, 3);
    }

    private static void assertSameTexts(
            String golden, Map<String, String> prompts, List<String> until, int all, int slice) throws IOException {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        for (JsonNode item : GoldenFiles.lines(golden)) {
            String id = item.get("task").asString() + "#" + item.get("doc_id").asInt();
            if (prompts.containsKey(id) && (GoldenFiles.ALL || SLICE.contains(id))) {
                expected.put(id, item);
            }
        }
        assertThat(expected).hasSize(GoldenFiles.ALL ? all : slice);
        expected.forEach((id, item) -> {
            String prompt = prompts.get(id);
            assertThat(GoldenFiles.sha256(prompt))
                    .as(id)
                    .isEqualTo(item.get("context_sha256").asString());
            assertThat(generate(prompt, until).text())
                    .as(id)
                    .isEqualTo(item.get("response").asString());
        });
    }

    private static GenerateResponse generate(String prompt, List<String> until) {
        List<GenerateResponse> responses = new ArrayList<>();
        model.generate(
                List.of(new GenerateRequest(prompt, until, 256, Sampling.greedy())),
                (index, response) -> responses.add(response));
        return responses.get(0);
    }

    private static Map<String, String> gsm8kPrompts() throws IOException {
        List<JsonNode> train = GoldenFiles.lines("data/gsm8k/train.jsonl");
        List<JsonNode> test = GoldenFiles.lines("data/gsm8k/test.jsonl");
        Map<String, String> prompts = new HashMap<>();
        for (int item = 0; item < GSM8K_SHOTS.length; item++) {
            StringBuilder prompt = new StringBuilder();
            for (int shot : GSM8K_SHOTS[item]) {
                prompt.append(question(train.get(shot)))
                        .append(' ')
                        .append(train.get(shot).get("answer").asString())
                        .append("\n\n");
            }
            prompts.put("gsm8k#" + item, prompt.append(question(test.get(item))).toString());
        }
        return prompts;
    }

    private static String question(JsonNode item) {
        return "Question: " + item.get("question").asString() + "\nAnswer:";
    }

    private static Map<String, String> mathPrompts() throws IOException {
        Map<String, String> tasks = Map.of(
                "Algebra", "algebra",
                "Counting & Probability", "counting_and_prob",
                "Geometry", "geometry",
                "Intermediate Algebra", "intermediate_algebra",
                "Number Theory", "num_theory",
                "Prealgebra", "prealgebra",
                "Precalculus", "precalc");
        Map<String, Integer> items = new HashMap<>();
        Map<String, String> prompts = new HashMap<>();
        for (JsonNode item : GoldenFiles.lines("data/math/test.jsonl")) {
            String task = "hendrycks_math_" + tasks.get(item.get("type").asString());
            int index = items.merge(task, 1, Integer::sum) - 1;
            prompts.put(task + "#" + index, "Problem: " + item.get("problem").asString() + "\nAnswer:");
        }
        return prompts;
    }
}
