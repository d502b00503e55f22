package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run says of its variants' distributions, beside what NumPy computes from the logits that it wrote out ({@code src/test/scripts/divergence_of_logits.py},
 * which names versions and the command).
 */
class KeptLogitsRunTest {

    /** The script reads the run from here. */
    private static final Path FOLDER = Path.of("target", "kept-logits");

    /** NumPy adds in another order, in double. */
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"sciq", "wikitext"})
    void aRunsFiguresAreThoseOfItsLogits(String suite) throws IOException {
        JsonNode actual = run(suite).at("/distributions/0");
        JsonNode golden = golden(suite);
        assertThat(actual.required("positions").asInt())
                .isEqualTo(golden.required("positions").asInt());
        assertThat(actual.at("/gain/n").asInt())
                .isEqualTo(golden.required("tokens").asInt());
        assertClose(actual, "/divergence/value", golden, "/divergence");
        assertClose(actual, "/divergence/stderr", golden, "/divergenceError");
        for (String percentile : new String[] {"1", "50", "99", "100"}) {
            assertClose(actual, "/percentiles/" + percentile, golden, "/percentiles/" + percentile);
        }
        assertClose(actual, "/sameTop/value", golden, "/sameTop");
        assertClose(actual, "/logPerplexityRatio/value", golden, "/logPerplexityRatio");
        assertClose(actual, "/perplexityRatio", golden, "/perplexityRatio");
        assertClose(actual, "/gain/value", golden, "/gain");
        assertClose(actual, "/gainRms", golden, "/gainRms");
    }

    /** Bits of logits do not depend on threads and kernels, so neither does any figure made of them. */
    @Test
    void figuresAreTheSameForAnyThreadsAndKernels() throws IOException {
        JsonNode one = run("sciq").required("distributions");
        assertThat(run("sciq", Map.of("threads", "3", "simd", "scalar")).required("distributions"))
                .isEqualTo(one);
    }

    private static JsonNode run(String suite) throws IOException {
        return run(suite, Map.of("threads", "1", "simd", "auto"));
    }

    private static JsonNode run(String suite, Map<String, String> how) throws IOException {
        Files.createDirectories(FOLDER);
        Path model = TinyModels.gguf(FOLDER.resolve("tiny.gguf"), 7);
        Map<String, String> properties = new HashMap<>(how);
        properties.putAll(Map.of(
                "model", "gguf:" + model, "data", "mini", "limit", "4", "precision", "native,int4", "logits", "keep"));
        BenchmarkRun.execute(suite, FOLDER, properties);
        return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("latest/results.json")));
    }

    private static JsonNode golden(String suite) throws IOException {
        try (InputStream in = KeptLogitsRunTest.class.getResourceAsStream("divergence-" + suite + ".json")) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private static void assertClose(JsonNode actual, String at, JsonNode golden, String expectedAt) {
        double expected = golden.at(expectedAt).asDouble();
        assertThat(actual.at(at).asDouble(Double.NaN))
                .as(at)
                .isCloseTo(expected, within(RELATIVE * Math.max(Math.abs(expected), 1e-3)));
    }
}
