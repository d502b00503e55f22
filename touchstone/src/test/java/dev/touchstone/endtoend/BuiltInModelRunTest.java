package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a newcomer sees first: no model, no data and no other property is named. */
class BuiltInModelRunTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnyPropertyTheBuiltInModelAnswersMiniItems() {
        Map<String, JsonNode> items = BenchmarkRun.execute("ceval,mmlu", folder, Map.of("limit", "4"));

        assertThat(items).hasSize(4 * (52 + 57));
        assertThat(shareOfRight(items))
                .as("docs/built-in-model.md has the scores of all items")
                .isGreaterThan(0.8);
    }

    @Test
    void factsThatItWasNeverToldItDoesNotKnow() {
        Map<String, JsonNode> items = BenchmarkRun.execute("ceval,mmlu", folder, Map.of("data", "mini-held-back"));

        assertThat(items).hasSizeGreaterThan(100);
        assertThat(shareOfRight(items)).as("chance is 25 %").isBetween(0.15, 0.37);
    }

    @Test
    void aTextIsScoredInWindowsOfWhichALimitTakesTheFirst() {
        JsonNode item = BenchmarkRun.execute("wikitext_windows", folder, Map.of("limit", "2"))
                .get("wikitext_windows/wikitext_windows#0");

        assertThat(item.required("windowTokens").asInt()).isEqualTo(255);
        assertThat(item.required("windowLoglikelihoods")).hasSize(2);
        double sum = 0;
        for (JsonNode window : item.required("windowLoglikelihoods")) {
            sum += window.asDouble();
        }
        assertThat(item.at("/scores/perplexity").asDouble()).isCloseTo(Math.exp(-sum / (2 * 255)), within(1e-9));
        assertThat(item.at("/tokens/scored").asInt()).isEqualTo(2 * 255);
    }

    @Test
    void lmEvaluationHarnesssFilesCanBeLeftOut() {
        BenchmarkRun.execute("crass", folder.resolve("with"), Map.of("limit", "1"));
        BenchmarkRun.execute("crass", folder.resolve("without"), Map.of("limit", "1", "lm-eval", "false"));

        assertThat(folder.resolve("with/latest/lm-eval")).isDirectory();
        assertThat(folder.resolve("without/latest/results.json")).isRegularFile();
        assertThat(folder.resolve("without/latest/lm-eval")).doesNotExist();
    }

    private static double shareOfRight(Map<String, JsonNode> items) {
        long right = items.values().stream()
                .filter(item -> item.required("outcome").asString().equals("correct"))
                .count();
        return (double) right / items.size();
    }
}
