package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.run.Models;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ways of scoring mini items; log-likelihoods are those of a random tiny model, compared with what its logits say. */
class ScoringModesRunTest {

    @TempDir
    Path folder;

    private String model;

    @BeforeEach
    void writeModel() {
        model = "gguf:" + TinyModels.gguf(folder.resolve("tiny.gguf"), 7);
    }

    /** OpenCompass's get_ppl: the loss of all tokens but the first, divided by the number of tokens. */
    @Test
    void pplSequenceIsTheMeanLossOfPromptAndChoice() {
        Map<String, JsonNode> items = run("crass", Map.of("mode", "ppl-sequence", "limit", "3"));
        assertThat(items).hasSize(3);
        try (InspectableModel tiny = (InspectableModel) Models.load().open(model, ModelOptions.defaults())) {
            items.values().forEach(item -> compare(tiny, item));
        }
    }

    private static void compare(InspectableModel tiny, JsonNode item) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < item.required("choices").size(); choice++) {
            String text = item.required("prompt").asString()
                    + item.required("choices").get(choice).asString();
            int[] tokens = tiny.tokenizer().encode(text, true);
            double loglikelihood = loglikelihood(tiny.logits(TokenFeed.whole(tokens)), tokens);
            assertThat(item.required("loglikelihoods").get(choice).asDouble())
                    .isCloseTo(loglikelihood, within(1e-6 * Math.abs(loglikelihood)));
            assertThat(item.required("sequenceTokens").get(choice).asInt()).isEqualTo(tokens.length);
            if (-loglikelihood / tokens.length < lowest) {
                lowest = -loglikelihood / tokens.length;
                best = choice;
            }
        }
        assertThat(item.required("answer").asInt()).isEqualTo(best);
    }

    private static double loglikelihood(float[][] logits, int[] tokens) {
        double sum = 0;
        for (int place = 0; place + 1 < tokens.length; place++) {
            double all = 0;
            for (float logit : logits[place]) {
                all += Math.exp(logit);
            }
            sum += logits[place][tokens[place + 1]] - Math.log(all);
        }
        return sum;
    }

    @Test
    void clpWantsChoicesOfOneToken() {
        Map<String, JsonNode> letters = run("mmlu/anatomy", Map.of("mode", "clp", "limit", "2"));
        JsonNode item = letters.get("mmlu/anatomy#0");
        assertThat(item.required("error").asString())
                .isEqualTo(
                        "choice 0, ' A', is 2 tokens of this model, and mode clp compares single ones; take -Dmode=ppl, or a form with "
                                + "letters");
    }

    @Test
    void genReadsALetterFromWhatTheModelWritesAfterTheSamePrompt() {
        model = "reference"; // the tiny model's context is shorter than the answer may be
        Map<String, JsonNode> usual = run("mmlu/anatomy", Map.of("form", "letters", "limit", "2"));
        Map<String, JsonNode> gen = run("mmlu/anatomy", Map.of("mode", "gen", "limit", "2"));
        for (String id : usual.keySet()) {
            JsonNode item = gen.get(id);
            assertThat(item.required("promptSha256")).isEqualTo(usual.get(id).required("promptSha256"));
            assertThat(item.has("choices")).isFalse();
            assertThat(item.required("gold").asString()).matches("[A-D]");
            assertThat(item.required("scores").propertyNames())
                    .containsExactly("exact_match,get_response", "exact_match,option");
        }
    }

    @Test
    void cotAsksToThinkWithoutExamplesThatDoNot() {
        model = "reference";
        JsonNode item = run("gsm8k", Map.of("cot", "true", "limit", "1")).get("gsm8k/gsm8k#0");
        assertThat(item.required("prompt").asString()).startsWith("Q: ").endsWith("\nA: Let's think step by step.");
        assertThat(run("ceval/law", Map.of("cot", "true", "limit", "1"))
                        .get("ceval/law#0")
                        .required("prompt")
                        .asString())
                .startsWith("以下是中国关于法学考试的单项选择题，请选出其中的正确答案。\n")
                .endsWith("\n让我们一步一步思考。答案: ");
    }

    @Test
    void thresholdAlsoJudgesTheGoldTextOfWhatIsWritten() {
        JsonNode item =
                run("gsm8k", Map.of("mode", "threshold:2", "limit", "1")).get("gsm8k/gsm8k#0");
        double perplexity = Math.exp(-item.required("loglikelihoods").get(0).asDouble()
                / item.at("/tokens/scored").asInt());
        assertThat(item.required("perplexity").asDouble()).isCloseTo(perplexity, within(1e-9 * perplexity));
        assertThat(item.required("choices").get(0).asString()).startsWith(" ").contains("####");
        assertThat(item.required("outcome").asString()).isEqualTo("wrong");
    }

    /** Its scores are not those of lm-evaluation-harness's task. */
    @Test
    void anotherWayOfScoringHasNoFilesOfLmEvaluationHarness() {
        Map<String, String> properties = Map.of("model", model, "data", "mini", "limit", "1");
        BenchmarkRun.execute("crass", folder.resolve("usual"), properties);
        assertThat(folder.resolve("usual/latest/lm-eval")).isNotEmptyDirectory();
        Map<String, String> threshold = new HashMap<>(properties);
        threshold.put("mode", "threshold:2");
        BenchmarkRun.execute("crass", folder.resolve("other"), threshold);
        assertThat(folder.resolve("other/latest/results.json")).exists();
        assertThat(folder.resolve("other/latest/lm-eval")).doesNotExist();
    }

    private Map<String, JsonNode> run(String suite, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("model", model);
        properties.put("data", "mini");
        return BenchmarkRun.execute(
                suite, folder.resolve("run" + properties.hashCode() + suite.hashCode()), properties);
    }
}
