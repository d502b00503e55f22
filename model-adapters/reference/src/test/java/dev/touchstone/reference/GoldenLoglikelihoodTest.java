package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Log-likelihoods and greedy flags of lm-evaluation-harness 0.4.13 (transformers 4.57.6, torch 2.9.1 on CPU, fp32, the same GGUF
 * dequantized). The tolerance is what two fp32 implementations with sums in different orders differ by on some hundred tokens.
 */
class GoldenLoglikelihoodTest {

    private static final double ABSOLUTE = 2e-4;
    private static final double RELATIVE = 2e-5;

    private static LanguageModel model;

    @BeforeAll
    static void loadModel() {
        Path file = shared().resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Assumptions.assumeTrue(Files.exists(file), () -> "needs the real weights " + file.toAbsolutePath());
        model = new GgufModelProvider().open(file.toString(), ModelOptions.defaults());
    }

    @AfterAll
    static void closeModel() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sciq-0shot.jsonl,1",
        "crass-0shot.jsonl,1",
        "glue-rte-0shot.jsonl,1",
        "mmlu-5shot.jsonl,3",
        "ceval-0shot.jsonl,2"
    })
    void agreesWithLmEvaluationHarness(String name, int items) throws IOException {
        Path file = shared().resolve("golden/lm-eval").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "needs the golden values " + file.toAbsolutePath());
        try (Stream<JsonNode> withContext = golden(file)) {
            assertThat(withContext.limit(items).peek(GoldenLoglikelihoodTest::assertAgrees))
                    .hasSize(items);
        }
    }

    private static Stream<JsonNode> golden(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.lines(file, StandardCharsets.UTF_8).map(json::readTree).filter(item -> item.has("context"));
    }

    private static void assertAgrees(JsonNode item) {
        List<LoglikelihoodRequest> requests = new ArrayList<>();
        for (JsonNode continuation : item.get("continuations")) {
            requests.add(new LoglikelihoodRequest(item.get("context").asString(), continuation.asString()));
        }
        model.loglikelihoods(requests, (index, response) -> assertAgrees(item, index, response));
    }

    private static void assertAgrees(JsonNode item, int index, LoglikelihoodResponse response) {
        double expected = item.get("loglikelihoods").get(index).asDouble();
        assertThat(response.loglikelihood())
                .as("%s, item %s, choice %s", item.get("task"), item.get("doc_id"), index)
                .isCloseTo(expected, within(ABSOLUTE + RELATIVE * Math.abs(expected)));
        assertThat(response.greedy()).isEqualTo(item.get("is_greedy").get(index).asBoolean());
    }

    private static Path shared() {
        return Path.of(System.getProperty("touchstone.test.shared", "../../../shared"));
    }
}
