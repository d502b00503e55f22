package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code examples/gate/README.md} promises, with that example's own file of gates. */
class GateRunTest {

    private static final Path GATES = Path.of("..", "examples", "gate", "touchstone.yaml");

    @TempDir
    Path folder;

    @Test
    void theExampleRecordsABaselineAndTwoBitsFail() throws IOException {
        Path baseline = folder.resolve("baselines/mmlu.json");
        run("mmlu", Map.of("precision", "fp32", "gate.accept", "true"));
        assertThat(baseline).exists();
        assertThat(run("mmlu", Map.of("precision", "int8"))).isIn("PASS", "INCONCLUSIVE");
        assertThat(run("mmlu", Map.of("precision", "int2"))).isEqualTo("FAIL");
        assertThat(run("mmlu/anatomy", Map.of("precision", "int8", "limit", "10", "gate.items", "common")))
                .isEqualTo("INCONCLUSIVE");
    }

    @Test
    void theResultsFileThatReportsWriteIsABaselineToo() throws IOException {
        Map<String, String> first = Map.of("precision", "fp32", "limit", "2", "gate.accept", "true");
        run("mmlu", first);
        String id = results().at("/run/id").asString();
        run("mmlu", Map.of("precision", "fp32", "limit", "2", "baseline", id));
        JsonNode gate = results().at("/gates/0");
        assertThat(gate.at("/baseline/run").asString()).isEqualTo(id);
        assertThat(gate.at("/evidence/numbers/lost").asInt()).isZero();
        assertThat(gate.at("/evidence/numbers/gained").asInt()).isZero();
    }

    /** Runs with the built-in model; returns the verdict of the gate of regression, or nothing when there is none. */
    private String run(String suite, Map<String, String> properties) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "gate.file", GATES.toString(),
                "baseline", folder.resolve("baselines/mmlu.json").toString()));
        all.putAll(properties);
        BenchmarkRun.execute(suite, folder.resolve("output"), all);
        List<JsonNode> gates = StreamSupport.stream(results().required("gates").spliterator(), false)
                .toList();
        return gates.stream()
                .filter(gate -> gate.required("kind").asString().equals("regression"))
                .map(gate -> gate.required("verdict").asString())
                .findFirst()
                .orElse("");
    }

    private JsonNode results() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("output/latest/results.json")));
    }
}
