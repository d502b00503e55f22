package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GSM8K with five shots and MATH, answered in the model's own words, as lm-evaluation-harness 0.4.13 evaluated them with the same model and
 * the same files: prompts, texts, and what they are worth. A few short items always; all with {@code -Dtouchstone.test.golden=all}.
 */
class GoldenGenerationTest {

    private static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    private static final String UNFILTERED = "exact_match";

    /** Where lm-evaluation-harness's task is not called like the publisher's subject. */
    private static final Map<String, String> OUR_NAMES = Map.of(
            "counting_and_prob", "counting_and_probability",
            "num_theory", "number_theory",
            "precalc", "precalculus",
            "gsm8k", "gsm8k/gsm8k");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    math-0shot  | math  | 2 | 14 | math/algebra#0,math/number_theory#0
                    gsm8k-5shot | gsm8k | 8 | 8  | gsm8k/gsm8k#1
                    """)
    void everyTextAndScoreEqualsTheReferenceImplementations(
            String file, String suite, String limit, int count, String slice) throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path golden = SHARED.resolve("golden/lm-eval/" + file + ".jsonl");
        assumeTrue(Files.exists(model) && Files.exists(golden), "the golden values or the model are not in " + SHARED);
        Map<String, JsonNode> items = BenchmarkRun.execute(
                ALL ? suite : slice,
                folder,
                Map.of("model", "gguf:" + model, "data", SHARED.resolve("data").toString(), "limit", limit));
        List<JsonNode> expected = Files.readAllLines(golden).stream()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> items.containsKey(id(line)))
                .toList();
        assertThat(items).hasSize(ALL ? count : slice.split(",").length);
        assertThat(expected.stream().map(GoldenGenerationTest::id).distinct()).hasSameSizeAs(items.keySet());
        expected.forEach(line -> compare(line, items.get(id(line))));
    }

    private static String id(JsonNode golden) {
        String task = golden.required("task").asString().replaceFirst("^hendrycks_math_", "");
        String name = OUR_NAMES.getOrDefault(task, task);
        return (name.contains("/") ? name : "math/" + name) + "#"
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
        String metric = metric(golden);
        assertThat(item.required("scores").required(metric).asDouble())
                .as(id + " " + metric)
                .isEqualTo(golden.required("exact_match").asDouble());
        if (!metric.equals(UNFILTERED)) {
            assertThat(extracted(item, metric))
                    .as(id + " " + metric)
                    .isEqualTo(golden.required("filtered").get(0).asString());
        }
    }

    /** A line of lm-evaluation-harness is about one filter. */
    private static String metric(JsonNode golden) {
        String filter = golden.required("filter").asString();
        return filter.equals("none") ? UNFILTERED : UNFILTERED + "," + filter;
    }

    private static String extracted(JsonNode item, String metric) {
        return item.required("extractions")
                .valueStream()
                .filter(extraction -> extraction.required("metric").asString().equals(metric))
                .map(extraction -> extraction.required("value").asString())
                .findFirst()
                .orElse("[invalid]");
    }
}
