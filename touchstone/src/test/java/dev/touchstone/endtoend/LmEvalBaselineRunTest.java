package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results that lm-evaluation-harness 0.4.13 wrote ({@code src/test/scripts/lm_eval_dummy.py}) are a baseline: the prompts are the same, item by item. */
class LmEvalBaselineRunTest {

    /** Of both pages together, from their samples. */
    private static final double BASELINE_NATS = 1.0150435085784044;

    @TempDir
    Path folder;

    @Test
    void choicesAndGeneratedTextsAreCompared() throws Exception {
        JsonNode results = run("capitals,sums,trivia", Map.of("gate.regression", "0"));
        for (JsonNode gate : results.required("gates")) {
            assertThat(gate.required("verdict").asString())
                    .as(gate.required("evidence").toString())
                    .isIn("INCONCLUSIVE", "FAIL");
        }
        assertThat(results.at("/gates/1/evidence/text").asString())
                .startsWith("acc ")
                .contains(", baseline 33.33 %, n = 3: ")
                .contains("Baseline: run results_2026-11-25T15-34-56.984046, dummy native");
        assertThat(results.required("againstBaseline")
                        .valueStream()
                        .map(each -> each.required("n").asInt()))
                .containsExactly(3, 2, 3);
    }

    @Test
    void perplexityIsCompared() throws Exception {
        JsonNode gate = run("pages", Map.of("gate.perplexity", "2")).at("/gates/0");
        double nats = 0;
        for (JsonNode line : items("pages")) {
            nats -= line.required("loglikelihood").asDouble();
        }
        // The two texts have 50 bytes; the baseline's nats are those of its samples.
        double expected = Math.exp((nats - BASELINE_NATS) / 50);
        assertThat(gate.at("/evidence/numbers/value").asDouble()).isCloseTo(expected, within(1e-9));
    }

    private JsonNode run(String suites, Map<String, String> gates) throws IOException, URISyntaxException {
        Path here = Path.of(Objects.requireNonNull(LmEvalBaselineRunTest.class.getResource("tasks/capitals.yaml"))
                        .toURI())
                .getParent();
        Map<String, String> properties = new HashMap<>(gates);
        properties.put("include", here.toString());
        properties.put("baseline", here.resolveSibling("lm-eval-dummy").toString());
        BenchmarkRun.execute(suites, folder.resolve("output"), properties);
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("output/latest/results.json")));
    }

    private List<JsonNode> items(String suite) throws IOException {
        return Files.readAllLines(folder.resolve("output/latest/items-" + suite + "-native.jsonl")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
