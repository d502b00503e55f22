package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WikiText-2's documents as lm-evaluation-harness 0.4.13 evaluated them (task {@code wikitext}, transformers 4.57.6, torch 2.9.1 on CPU, fp32,
 * the same GGUF dequantized, context 8192): the texts, their log-likelihoods, words and bytes, and the three perplexities of all. The shortest
 * one always; all five with {@code -Dtouchstone.test.golden=all}.
 */
class GoldenPerplexityTest {

    /**
     * For each token. torch adds the 49152 exponentials of its log-softmax in fp32, where small ones get lost beside large ones, so that its
     * log-probabilities come out up to 9e-6 too high; a sum in double on the same logits agrees with ours to 1e-9.
     */
    private static final double PER_TOKEN = 1e-5;

    /** What the above makes of a perplexity: of 0.3 tokens a byte, relative. */
    private static final double RELATIVE = 2e-5;

    private static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    @Test
    void everyPageEqualsTheReferenceImplementations() throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path golden = SHARED.resolve("golden/lm-eval/wikitext.jsonl");
        assumeTrue(Files.exists(model) && Files.exists(golden), "the golden values or the model are not in " + SHARED);
        Map<String, JsonNode> items = BenchmarkRun.execute(
                ALL ? "wikitext" : "wikitext/wikitext#0",
                folder,
                Map.of("model", "gguf:" + model, "data", SHARED.resolve("data").toString(), "limit", "5"));
        List<JsonNode> expected = Files.readAllLines(golden).stream()
                .map(JSON::readTree)
                .filter(line -> items.containsKey(id(line)))
                .toList();
        assertThat(items).hasSize(ALL ? 5 : 1);
        assertThat(expected).hasSameSizeAs(items.keySet());
        expected.forEach(line -> compare(line, items.get(id(line))));
        compareMetrics(expected);
    }

    private static String id(JsonNode golden) {
        return "wikitext/wikitext#" + golden.required("doc_id").asInt();
    }

    private static void compare(JsonNode golden, JsonNode item) {
        String id = id(golden);
        assertThat(item.required("promptSha256").asString())
                .as(id)
                .isEqualTo(golden.required("context_sha256").asString());
        double expected = golden.required("loglikelihood").asDouble();
        double actual = item.required("loglikelihood").asDouble();
        int tokens = item.required("tokens").required("scored").asInt();
        assertThat(actual).as(id).isCloseTo(expected, within(PER_TOKEN * tokens));
        assertThat(item.required("words").asInt())
                .as(id)
                .isEqualTo(golden.required("word_perplexity").get(1).asInt());
        assertThat(item.required("bytes").asInt())
                .as(id)
                .isEqualTo(golden.required("bits_per_byte").get(1).asInt());
        System.out.printf(
                Locale.ROOT,
                "%s: %d tokens, ln P %.4f, lm-evaluation-harness %.4f, %.1e a token%n",
                id,
                tokens,
                actual,
                expected,
                Math.abs(actual - expected) / tokens);
    }

    /** From the golden log-likelihoods and counts, by lm-evaluation-harness's {@code weighted_mean}; for all five it also wrote its own. */
    private void compareMetrics(List<JsonNode> golden) throws IOException {
        JsonNode metrics = JSON.readTree(Files.readString(folder.resolve("latest/results.json")))
                .at("/suites/0/metrics");
        double words = rate(golden, "word_perplexity");
        double bytes = rate(golden, "byte_perplexity");
        compare(metrics, "word_perplexity", Math.exp(words));
        compare(metrics, "byte_perplexity", Math.exp(bytes));
        compare(metrics, "bits_per_byte", bytes / Math.log(2));
        if (ALL) {
            JsonNode written = JSON.readTree(Files.readString(SHARED.resolve("golden/lm-eval/wikitext.results.json")))
                    .at("/results/wikitext");
            for (String metric : List.of("word_perplexity", "byte_perplexity", "bits_per_byte")) {
                compare(metrics, metric, written.required(metric + ",none").asDouble());
            }
        }
    }

    private static void compare(JsonNode metrics, String metric, double expected) {
        assertThat(metrics.required(metric).required("value").asDouble())
                .as(metric)
                .isCloseTo(expected, within(RELATIVE * expected));
    }

    private static double rate(List<JsonNode> golden, String metric) {
        double loglikelihood = golden.stream()
                .mapToDouble(line -> line.required(metric).get(0).asDouble())
                .sum();
        double units = golden.stream()
                .mapToDouble(line -> line.required(metric).get(1).asDouble())
                .sum();
        return -loglikelihood / units;
    }
}
