package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts drawn at random, by the built-in model for mini items. */
class SamplingRunTest {

    private static final Map<String, String> THREE = Map.of("repeats", "3", "temperature", "1.5");

    @TempDir
    Path folder;

    @Test
    void severalTextsAreDrawnAndSummedUp() throws IOException {
        Map<String, JsonNode> items = run("three", "gsm8k", THREE);
        for (JsonNode item : items.values()) {
            assertThat(item.required("samples")).hasSize(3);
            assertThat(item.required("samples")
                            .valueStream()
                            .map(sample -> sample.required("response"))
                            .distinct())
                    .hasSizeGreaterThan(1);
            assertThat(item.required("scores").propertyNames())
                    .containsExactly(
                            "exact_match,strict-match",
                            "pass@3,strict-match",
                            "maj@3,strict-match",
                            "exact_match,flexible-extract",
                            "pass@3,flexible-extract",
                            "maj@3,flexible-extract");
        }
        JsonNode metrics = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("three/latest/results.json")))
                .at("/suites/0/metrics");
        double mean = items.values().stream()
                .mapToDouble(item -> item.required("scores")
                        .required("exact_match,flexible-extract")
                        .asDouble())
                .average()
                .orElseThrow();
        assertThat(metrics.required("exact_match,flexible-extract")
                        .required("value")
                        .asDouble())
                .isCloseTo(mean, within(1e-12));
        assertThat(metrics.required("pass@3,strict-match").required("n").asInt())
                .isEqualTo(2);
    }

    @Test
    void anItemsTextsDependOnTheSeedAndNotOnWhatElseRuns() {
        JsonNode together = run("all", "gsm8k", THREE).get("gsm8k/gsm8k#1");
        JsonNode alone = run("one", "gsm8k/gsm8k#1", THREE).get("gsm8k/gsm8k#1");
        assertThat(alone.required("samples")).isEqualTo(together.required("samples"));
        Map<String, String> reseeded = new HashMap<>(THREE);
        reseeded.put("seed", "5");
        assertThat(run("seed", "gsm8k/gsm8k#1", reseeded).get("gsm8k/gsm8k#1").required("samples"))
                .isNotEqualTo(together.required("samples"));
    }

    @Test
    void theMostProbableTokenAloneIsGreedy() {
        for (Map<String, String> narrow : List.of(Map.of("top-k", "1"), Map.of("top-p", "0.0001"))) {
            assertThat(run("narrow" + narrow, "gsm8k/gsm8k#0", narrow)
                            .get("gsm8k/gsm8k#0")
                            .required("response"))
                    .isEqualTo(run("greedy", "gsm8k/gsm8k#0", Map.of())
                            .get("gsm8k/gsm8k#0")
                            .required("response"));
        }
    }

    private Map<String, JsonNode> run(String output, String suite, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("model", "reference");
        properties.put("data", "mini");
        properties.put("limit", "2");
        return BenchmarkRun.execute(suite, folder.resolve(output), properties);
    }
}
