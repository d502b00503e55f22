package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * MATH, answered in the model's own words, as lm-evaluation-harness 0.4.13 evaluated it with the same model and the same files: prompts,
 * texts, and what they are worth. A few short items always; all with {@code -Dtouchstone.test.golden=all}.
 */
class GoldenGenerationTest {

    private static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    private static final String SLICE = "math/algebra#0,math/number_theory#0";

    /** Where lm-evaluation-harness's task is not called like the publisher's subject. */
    private static final Map<String, String> OUR_NAMES = Map.of(
            "counting_and_prob", "counting_and_probability",
            "num_theory", "number_theory",
            "precalc", "precalculus");

    @TempDir
    Path folder;

    @Test
    void everyTextAndScoreEqualsTheReferenceImplementations() throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path golden = SHARED.resolve("golden/lm-eval/math-0shot.jsonl");
        assumeTrue(Files.exists(model) && Files.exists(golden), "the golden values or the model are not in " + SHARED);
        Map<String, JsonNode> items = BenchmarkRun.execute(
                ALL ? "math" : SLICE,
                folder,
                Map.of("model", "gguf:" + model, "data", SHARED.resolve("data").toString(), "limit", "2"));
        List<JsonNode> expected = Files.readAllLines(golden).stream()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> items.containsKey(id(line)))
                .toList();
        assertThat(items).hasSize(ALL ? 14 : 2);
        assertThat(expected).hasSameSizeAs(items.keySet());
        expected.forEach(line -> compare(line, items.get(id(line))));
    }

    private static String id(JsonNode golden) {
        String task = golden.required("task").asString().replaceFirst("^hendrycks_math_", "");
        return "math/" + OUR_NAMES.getOrDefault(task, task) + "#"
                + golden.required("doc_id").asInt();
    }

    private static void compare(JsonNode golden, JsonNode item) {
        String id = id(golden);
        assertThat(item.required("promptSha256").asString())
                .as(id)
                .isEqualTo(golden.required("context_sha256").asString());
        assertThat(item.required("response").asString())
                .as(id)
                .isEqualTo(golden.required("response").asString());
        assertThat(item.required("gold").asString())
                .as(id)
                .isEqualTo(golden.required("target").asString());
        assertThat(item.required("scores").required("exact_match").asDouble())
                .as(id)
                .isEqualTo(golden.required("exact_match").asDouble());
    }
}
