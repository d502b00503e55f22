package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.model.Sampling;
import dev.touchstone.reference.testing.TinyGguf;
import dev.touchstone.reference.testing.TinyLlama;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.reference.testing.TinyTokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to many requests in one call are those to each request in a call of its own, with little memory too. */
class RequestsTogetherTest {

    private static final List<String> WORDS =
            List.of("the", " cat", " sat", " on", " a", " mat", "\n", " and", " saw", " dogs", " 7", ".", " of", "Q:");

    /** Room for the model's context of 128 tokens: four pages of 32 KiB. */
    private static final long TIGHT = 136_000;

    private static final long AMPLE = 1L << 26;

    private static Path file;

    @BeforeAll
    static void writeModel(@TempDir Path folder) {
        file = TinyModels.gguf(folder.resolve("tiny.gguf"), 1);
    }

    @ParameterizedTest
    @CsvSource({"1, SCALAR, 67108864", "2, AUTO, 67108864", "2, SCALAR, 136000", "1, AUTO, 136000", "3, AUTO, 200000"})
    void loglikelihoodsAreThoseOfEachRequestAlone(int threads, Simd simd, long bytes) {
        List<LoglikelihoodRequest> requests = choices(7);
        List<LoglikelihoodResponse> together = new ArrayList<>();
        try (LanguageModel model = open(threads, simd, bytes)) {
            model.loglikelihoods(requests, inOrder(together)::answered);
        }
        for (int i = 0; i < requests.size(); i++) {
            LoglikelihoodResponse alone = alone(requests.get(i));
            assertThat(together.get(i).loglikelihood()).isEqualTo(alone.loglikelihood());
            assertThat(together.get(i).greedy()).isEqualTo(alone.greedy());
            assertThat(together.get(i).contextTokens()).isEqualTo(alone.contextTokens());
            assertThat(together.get(i).continuationTokens()).isEqualTo(alone.continuationTokens());
            assertThat(together.get(i).truncatedTokens()).isEqualTo(alone.truncatedTokens());
            assertThat(together.get(i).nanos()).isPositive();
        }
    }

    @Test
    void withMemoryEnoughNothingIsComputedTwice() {
        List<LoglikelihoodRequest> requests = choices(8);
        List<LoglikelihoodRequest> twice = new ArrayList<>(requests);
        twice.addAll(requests);
        assertThat(computed(twice, AMPLE)).isEqualTo(computed(requests, AMPLE));
        assertThat(computed(requests, TIGHT)).isGreaterThan(computed(requests, AMPLE));
    }

    @ParameterizedTest
    @CsvSource({"1, SCALAR, 67108864", "2, AUTO, 67108864", "2, SCALAR, 136000", "3, AUTO, 300000"})
    void textsAreThoseOfEachRequestAlone(int threads, Simd simd, long bytes) {
        List<GenerateRequest> requests = questions();
        List<GenerateResponse> together = new ArrayList<>();
        try (LanguageModel model = open(threads, simd, bytes)) {
            model.generate(requests, inOrder(together));
        }
        for (int i = 0; i < requests.size(); i++) {
            GenerateResponse alone = alone(requests.get(i));
            assertThat(together.get(i).text()).isEqualTo(alone.text());
            assertThat(together.get(i).finish()).isEqualTo(alone.finish());
            assertThat(together.get(i).generatedTokens()).isEqualTo(alone.generatedTokens());
            assertThat(together.get(i).loglikelihood()).isEqualTo(alone.loglikelihood());
        }
    }

    @Test
    void whatPromptsShareIsComputedOnce() {
        List<GenerateResponse> responses = new ArrayList<>();
        String shots = "the cat sat on the mat. and saw 7 dogs. ".repeat(2);
        try (LanguageModel model = open(2, Simd.AUTO, AMPLE)) {
            model.generate(List.of(greedy(shots + "a", 5), greedy(shots + "b", 5)), inOrder(responses));
        }
        assertThat(responses.get(0).computedTokens()).isEqualTo(responses.get(0).contextTokens() + 4);
        assertThat(responses.get(1).computedTokens()).isEqualTo(5);
    }

    @Test
    void wholeTextsAreThoseOfEachRequestAlone() {
        List<RollingRequest> requests = List.of(
                new RollingRequest("the cat sat on the mat"),
                new RollingRequest("the cat sat on the mat and saw 7 dogs. ".repeat(30)),
                new RollingRequest(""),
                new RollingRequest("the cat"));
        List<RollingResponse> together = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO, TIGHT)) {
            model.rollingLoglikelihoods(requests, inOrder(together));
        }
        for (int i = 0; i < requests.size(); i++) {
            List<RollingResponse> alone = new ArrayList<>();
            try (LanguageModel model = open(1, Simd.SCALAR, AMPLE)) {
                model.rollingLoglikelihoods(List.of(requests.get(i)), inOrder(alone));
            }
            assertThat(together.get(i).loglikelihood()).isEqualTo(alone.get(0).loglikelihood());
            assertThat(together.get(i).windows()).isEqualTo(alone.get(0).windows());
        }
    }

    @Test
    void requestsBeforeOneThatFailsAreAnswered() {
        List<LoglikelihoodRequest> requests = new ArrayList<>(choices(9).subList(0, 6));
        requests.add(4, new LoglikelihoodRequest(" ", "x"));
        List<LoglikelihoodResponse> answered = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO, AMPLE)) {
            assertThatThrownBy(() -> model.loglikelihoods(requests, inOrder(answered)::answered))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("is only whitespace");
            assertThat(answered).hasSize(4);
            List<LoglikelihoodResponse> after = new ArrayList<>();
            model.loglikelihoods(requests.subList(5, 6), inOrder(after)::answered);
            assertThat(after.get(0).loglikelihood())
                    .isEqualTo(alone(requests.get(5)).loglikelihood());
        }
    }

    @Test
    void textsBeforeOneThatFailsAreGenerated() {
        List<GenerateRequest> requests = List.of(greedy("the cat", 9), greedy("the", 128), greedy("a", 3));
        List<GenerateResponse> answered = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO, AMPLE)) {
            assertThatThrownBy(() -> model.generate(requests, inOrder(answered)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("generating up to 128 tokens leaves no room for a context");
        }
        assertThat(answered).hasSize(1);
        assertThat(answered.get(0).generatedTokens()).isEqualTo(9);
    }

    /** After the token 7 the first element of the last hidden state is about 8 times 12,000, which fp16 does not reach. */
    @Test
    void anOverflowIsAFailureOfTheRequestThatItHappensIn(@TempDir Path folder) {
        TinyLlama weights = TinyModels.llama(1);
        weights.weights().get("output_norm.weight")[0] = 12_000;
        int seven = TinyTokens.tokens().indexOf("7") * weights.shape().width();
        Arrays.fill(
                weights.weights().get("token_embd.weight"),
                seven,
                seven + weights.shape().width(),
                0);
        weights.weights().get("token_embd.weight")[seven] = 100;
        Path model = TinyGguf.of(weights, "F32").write(folder.resolve("large.gguf"));
        ModelOptions options = new ModelOptions(2, Simd.AUTO).in("fp16");
        List<LoglikelihoodRequest> requests = List.of(
                new LoglikelihoodRequest("the cat", " sat on a mat"),
                new LoglikelihoodRequest("the cat", " sat on a 7."),
                new LoglikelihoodRequest("the 7 cats", " and a mat"));
        List<LoglikelihoodResponse> answered = new ArrayList<>();
        List<GenerateResponse> texts = new ArrayList<>();
        try (LanguageModel narrow = new GgufModelProvider().open(model.toString(), options)) {
            assertThatThrownBy(() -> narrow.loglikelihoods(requests, inOrder(answered)::answered))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("an activation overflowed fp16, whose largest number is 65504");
            assertThat(answered).hasSize(1);
            narrow.loglikelihoods(requests.subList(2, 3), (index, response) -> answered.add(response));
            assertThatThrownBy(() -> narrow.generate(
                            List.of(greedy("the cat", 3), greedy("the 7", 3), greedy("a", 3)), inOrder(texts)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("an activation overflowed fp16");
        }
        assertThat(answered).extracting(LoglikelihoodResponse::loglikelihood).allMatch(Double::isFinite);
        assertThat(texts).hasSize(1);
    }

    @Test
    void saysHowMuchMemoryARequestNeeds() {
        List<LoglikelihoodRequest> requests = List.of(
                new LoglikelihoodRequest("the cat", " sat"),
                new LoglikelihoodRequest("the cat sat on the mat. ".repeat(8), " a"),
                new LoglikelihoodRequest("the", " cat"));
        List<LoglikelihoodResponse> answered = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO, 68_000)) {
            assertThatThrownBy(() -> model.loglikelihoods(requests, inOrder(answered)::answered))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("the memory for keys and values holds 64 tokens, but 90 are needed at once; set"
                            + " -Dmemory=1m or more");
            assertThat(answered).hasSize(1);
            assertThatThrownBy(() -> model.generate(
                            List.of(greedy("the", 20), greedy("the cat", 90)), inOrder(new ArrayList<>())))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(
                            "the memory for keys and values holds 64 tokens, but 65 are needed at once");
            model.loglikelihoods(requests.subList(2, 3), (index, response) -> answered.add(response));
        }
        assertThat(answered.get(1).loglikelihood())
                .isEqualTo(alone(requests.get(2)).loglikelihood());
    }

    /** Questions with shots, some of which share more; each with a few choices. The last ones are asked in no order. */
    private static List<LoglikelihoodRequest> choices(long seed) {
        Random random = new Random(seed);
        List<LoglikelihoodRequest> requests = new ArrayList<>();
        for (int subject = 0; subject < 3; subject++) {
            String shots = words(random, 30);
            for (int question = 0; question < 6; question++) {
                String context = shots + words(random, random.nextInt(12)) + "Answer:";
                for (int choice = 0; choice < 4; choice++) {
                    requests.add(new LoglikelihoodRequest(context, " " + words(random, 1 + random.nextInt(4))));
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            requests.add(requests.get(random.nextInt(requests.size())));
        }
        return requests;
    }

    private static List<GenerateRequest> questions() {
        Random random = new Random(3);
        List<GenerateRequest> requests = new ArrayList<>();
        String shots = words(random, 25);
        for (int i = 0; i < 50; i++) {
            String context = (i % 7 == 0 ? "" : shots) + words(random, random.nextInt(8));
            Sampling sampling = i % 3 == 0 ? Sampling.of(0.8, i) : Sampling.greedy();
            List<String> until = i % 5 == 0 ? List.of("t") : List.of();
            requests.add(new GenerateRequest(context, until, random.nextInt(30), sampling));
        }
        return requests;
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder("in");
        for (int i = 0; i < count; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    private static GenerateRequest greedy(String context, int maxTokens) {
        return new GenerateRequest(context, List.of(), maxTokens, Sampling.greedy());
    }

    private static int computed(List<LoglikelihoodRequest> requests, long bytes) {
        List<LoglikelihoodResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO, bytes)) {
            model.loglikelihoods(requests, inOrder(responses)::answered);
        }
        return responses.stream()
                .mapToInt(LoglikelihoodResponse::computedTokens)
                .sum();
    }

    private static LoglikelihoodResponse alone(LoglikelihoodRequest request) {
        List<LoglikelihoodResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(1, Simd.SCALAR, AMPLE)) {
            model.loglikelihoods(List.of(request), inOrder(responses)::answered);
        }
        return responses.get(0);
    }

    private static GenerateResponse alone(GenerateRequest request) {
        List<GenerateResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(1, Simd.SCALAR, AMPLE)) {
            model.generate(List.of(request), inOrder(responses));
        }
        return responses.get(0);
    }

    private static LanguageModel open(int threads, Simd simd, long bytes) {
        return new GgufModelProvider().open(file.toString(), new ModelOptions(threads, simd, bytes));
    }

    private static <R> AnswerListener<R> inOrder(List<R> answers) {
        return (index, response) -> {
            assertThat(index).isEqualTo(answers.size());
            answers.add(response);
        };
    }
}
