package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.model.ModelProvider;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.Sampling;
import dev.touchstone.reference.testing.TinyModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufModelProviderTest {

    private static final List<LoglikelihoodRequest> REQUESTS = List.of(
            new LoglikelihoodRequest("the cat sat on", " a"),
            new LoglikelihoodRequest("the cat sat on", " b"),
            new LoglikelihoodRequest("the cat sat on", " the mat"),
            new LoglikelihoodRequest("the cat ran", " away from it"),
            new LoglikelihoodRequest("", "a b"));

    private static final GenerateRequest GENERATE =
            new GenerateRequest("the cat sat on", List.of(), 10, Sampling.of(1, 3));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeModel() {
        file = TinyModels.gguf(folder.resolve("tiny.gguf"), 1);
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(ModelProvider.class))
                .extracting(ModelProvider::usage)
                .contains("gguf:FILE", "hf:FOLDER");
    }

    @Test
    void describesTheModel() {
        try (LanguageModel model = open(3, Simd.SCALAR)) {
            ModelDescription description = model.description();
            assertThat(description.name()).isEqualTo("gguf:" + file);
            assertThat(description.fingerprint()).startsWith("sha256:");
            assertThat(description.architecture()).isEqualTo("llama");
            assertThat(description.contextLength()).isEqualTo(128);
            assertThat(description.precision()).isEqualTo("native");
            assertThat(description.kernel()).isEqualTo("standard (scalar)");
            assertThat(description.details())
                    .containsEntry("tokenizer", "gpt2 (gpt-2)")
                    .containsEntry("layers", "2")
                    .containsEntry("heads", "4 (2 key-value) of size 16")
                    .containsEntry("stored types", "embeddings F32, projections F32")
                    .containsEntry("threads", "3");
        }
    }

    @Test
    void answersInTheOrderOfTheRequests() {
        List<Integer> order = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.loglikelihoods(REQUESTS, (index, response) -> order.add(index));
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void computesASharedBeginningOnce() {
        List<LoglikelihoodResponse> responses = answers(2, Simd.AUTO, REQUESTS);
        LoglikelihoodResponse first = responses.get(0);
        LoglikelihoodResponse third = responses.get(2);
        assertThat(first.computedTokens()).isEqualTo(first.contextTokens());
        assertThat(responses.get(1).computedTokens()).isEqualTo(responses.get(1).continuationTokens() - 1);
        assertThat(third.computedTokens()).isEqualTo(third.continuationTokens() - 1);
    }

    @Test
    void anAnswerDependsOnItsOwnRequestOnly() {
        List<Double> expected = loglikelihoods(answers(1, Simd.SCALAR, REQUESTS));
        List<LoglikelihoodRequest> reversed = new ArrayList<>(REQUESTS);
        Collections.reverse(reversed);
        List<Double> backwards = loglikelihoods(answers(3, Simd.AUTO, reversed));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(expected);
        for (int i = 0; i < REQUESTS.size(); i++) {
            assertThat(loglikelihoods(answers(2, Simd.AUTO, List.of(REQUESTS.get(i)))))
                    .containsExactly(expected.get(i));
        }
    }

    @Test
    void exactlyOneContinuationOfOneTokenIsGreedy() {
        List<LoglikelihoodRequest> letters = new ArrayList<>();
        for (char letter = '!'; letter <= '~'; letter++) {
            letters.add(new LoglikelihoodRequest("the cat", String.valueOf(letter)));
        }
        assertThat(answers(2, Simd.AUTO, letters).stream().filter(LoglikelihoodResponse::greedy))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void countsWhatWasCutOffALongContext() {
        LoglikelihoodRequest request = new LoglikelihoodRequest("a! ".repeat(300) + "b", "c");
        LoglikelihoodResponse response = answers(2, Simd.AUTO, List.of(request)).get(0);
        assertThat(response.contextTokens() + response.continuationTokens()).isEqualTo(129);
        assertThat(response.truncatedTokens()).isPositive();
    }

    @Test
    void stopsBetweenRequestsWhenCancelled() {
        List<Integer> answered = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.loglikelihoods(REQUESTS, new ResponseListener() {
                @Override
                public void answered(int index, LoglikelihoodResponse response) {
                    answered.add(index);
                }

                @Override
                public boolean cancelled() {
                    return answered.size() == 2;
                }
            });
        }
        assertThat(answered).containsExactly(0, 1);
    }

    @Test
    void refusesToAnswerAfterItWasClosed() {
        LanguageModel model = open(1, Simd.AUTO);
        model.close();
        model.close();
        assertThatThrownBy(() -> model.loglikelihoods(REQUESTS, (index, response) -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessage("the model gguf:" + file + " is closed; open it again");
        assertThatThrownBy(() -> model.generate(List.of(GENERATE), (index, response) -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessage("the model gguf:" + file + " is closed; open it again");
    }

    @Test
    void generatesInTheOrderOfTheRequestsUntilCancelled() {
        List<GenerateRequest> requests = Collections.nCopies(5, GENERATE);
        List<Integer> answered = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.generate(requests, new AnswerListener<>() {
                @Override
                public void answered(int index, GenerateResponse response) {
                    answered.add(index);
                }

                @Override
                public boolean cancelled() {
                    return answered.size() == 3;
                }
            });
        }
        assertThat(answered).containsExactly(0, 1, 2);
    }

    @Test
    void otherRequestsInBetweenDoNotChangeAText() {
        List<GenerateResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.generate(List.of(GENERATE), (index, response) -> responses.add(response));
            model.loglikelihoods(REQUESTS, (index, response) -> {});
            model.rollingLoglikelihoods(List.of(new RollingRequest("the cat sat")), (index, response) -> {});
            model.generate(List.of(GENERATE), (index, response) -> responses.add(response));
        }
        assertThat(responses.get(1).text()).isEqualTo(responses.get(0).text());
        assertThat(responses.get(1).loglikelihood()).isEqualTo(responses.get(0).loglikelihood());
    }

    @Test
    void saysWhatIsWrongWithALocation() {
        GgufModelProvider provider = new GgufModelProvider();
        assertRefused(provider::check, "", "'gguf:' names no file; write gguf:FILE, such as gguf:models/small.gguf");
        assertRefused(
                provider::check,
                folder.toString(),
                folder + " is a folder, but gguf: expects a file; name the .gguf file in it");
        assertRefused(
                provider::check,
                folder.resolve("absent.gguf").toString(),
                folder.resolve("absent.gguf") + " does not exist; check the path, which starts at the working directory"
                        + " unless it is absolute");
    }

    @Test
    void precisionsAreCheckedWithoutLoading() {
        new GgufModelProvider().checkPrecision("nf4");
        assertThatThrownBy(() -> new GgufModelProvider().checkPrecision("int5"))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("unknown precision 'int5'; legal: native, fp32,");
        assertThat(new GgufModelProvider().needsCalibration("awq-int4")).isTrue();
        assertThat(new GgufModelProvider().needsCalibration("int4")).isFalse();
    }

    @Test
    void theDescriptionSaysWhatWasLookedAtAndHowAttentionIsComputed() {
        ModelOptions options = new ModelOptions(1, Simd.SCALAR)
                .in("gptq-int4")
                .calibratedWith(List.of("some words", "and more"))
                .with(Attention.FLASH);
        try (LanguageModel model = new GgufModelProvider().open(file.toString(), options)) {
            assertThat(model.description().kernel()).isEqualTo("flash (scalar)");
            assertThat(model.description().details().get("calibration"))
                    .matches("[0-9]+ tokens in 2 windows, sha256:[0-9a-f]{64}");
        }
    }

    @Test
    void theDescriptionSaysWhatTheWeightsTake() {
        ModelOptions options = new ModelOptions(1, Simd.AUTO).in("int4");
        try (LanguageModel model = new GgufModelProvider().open(file.toString(), options);
                LanguageModel plain = open(1, Simd.AUTO)) {
            assertThat(model.description().precision()).isEqualTo("int4");
            assertThat(model.description().weightBytes())
                    .isPositive()
                    .isLessThan(plain.description().weightBytes() / 3);
            assertThat(model.description().fingerprint())
                    .isEqualTo(plain.description().fingerprint());
        }
    }

    private static void assertRefused(Consumer<String> check, String location, String message) {
        assertThatThrownBy(() -> check.accept(location))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }

    private List<LoglikelihoodResponse> answers(int threads, Simd simd, List<LoglikelihoodRequest> requests) {
        List<LoglikelihoodResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(threads, simd)) {
            model.loglikelihoods(requests, (index, response) -> responses.add(response));
        }
        return responses;
    }

    private LanguageModel open(int threads, Simd simd) {
        return new GgufModelProvider().open(file.toString(), new ModelOptions(threads, simd));
    }

    private static List<Double> loglikelihoods(List<LoglikelihoodResponse> responses) {
        List<Double> values = new ArrayList<>();
        responses.forEach(response -> values.add(response.loglikelihood()));
        return values;
    }
}
