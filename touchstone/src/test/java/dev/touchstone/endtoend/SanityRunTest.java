package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.reference.testing.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The reference engine does what a decoder must, with both file formats and both kinds of tokenizer, and no data anywhere. */
class SanityRunTest {

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"auto", "scalar"})
    void everyCheckHoldsForATinyGgufFile(String simd) {
        Path file = TinyModels.gguf(folder.resolve("tiny.gguf"), 7);

        allHold(run("gguf:" + file, Map.of("simd", simd)));
    }

    @Test
    void everyCheckHoldsForATinyHuggingFaceFolder() {
        Path checkpoint = TinyModels.folder(folder.resolve("tiny"), 7);

        allHold(run("hf:" + checkpoint, Map.of("threads", "3")));
    }

    @ParameterizedTest
    @CsvSource({"SmolLM2-135M-Instruct.Q4_1.gguf, 134515008", "llama-2-tiny-random.gguf, 513048"})
    void everyCheckHoldsForRealFiles(String name, double parameters) {
        Path model = SHARED.resolve("models").resolve(name);
        assumeTrue(Files.exists(model), name + " is not in " + SHARED);

        Map<String, JsonNode> checks = run("gguf:" + model, Map.of());
        allHold(checks);
        assertThat(checks.get("sanity/parameters#0")
                        .at("/evidence/numbers/counted")
                        .asDouble())
                .isEqualTo(parameters);
    }

    private Map<String, JsonNode> run(String model, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("model", model);
        return BenchmarkRun.execute("sanity", folder.resolve("output"), all);
    }

    private static void allHold(Map<String, JsonNode> checks) {
        assertThat(checks).hasSize(16);
        assertThat(checks.values())
                .allSatisfy(check -> assertThat(check.required("outcome").asString())
                        .as(check.toString())
                        .isEqualTo("correct"));
    }
}
