package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.reference.testing.TinyTokens;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLoglikelihoodTest {

    private static final int CONTEXT = 128;
    private static final String SHORT = "the cat sat on the mat";
    private static final String LONG = "the cat sat on the mat and saw 7 dogs. ".repeat(20);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeModel() {
        file = TinyModels.gguf(folder.resolve("tiny.gguf"), 1);
    }

    @Test
    void aTextThatFitsIsScoredAsTheContinuationOfNothing() {
        List<LoglikelihoodResponse> whole = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.loglikelihoods(
                    List.of(new LoglikelihoodRequest("", SHORT)), (index, response) -> whole.add(response));
        }
        RollingResponse rolling = answer(SHORT);
        assertThat(rolling.loglikelihood()).isEqualTo(whole.get(0).loglikelihood());
        assertThat(rolling.tokens()).isEqualTo(whole.get(0).continuationTokens());
        assertThat(rolling.windows()).isEqualTo(1);
        assertThat(rolling.computedTokens()).isEqualTo(rolling.tokens());
    }

    @Test
    void aLongTextIsTheSumOfItsWindows() {
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(file);
                Llama llama = Llama.load(checkpoint, ModelOptions.defaults())) {
            Tokenizer tokenizer = GgufTokenizers.from(checkpoint.file().metadata(), "tiny.gguf");
            int[] tokens = tokenizer.encode(LONG, true);
            int full = tokens.length / CONTEXT;
            assertThat(full).isGreaterThan(1);
            assertThat(tokens.length % CONTEXT).isPositive();
            double expected = 0;
            for (int window = 0; window < full; window++) {
                expected += score(llama, tokens, window * CONTEXT - 1, window * CONTEXT, (window + 1) * CONTEXT);
            }
            expected += score(llama, tokens, tokens.length - CONTEXT - 1, full * CONTEXT, tokens.length);
            RollingResponse rolling = answer(LONG);
            assertThat(rolling.loglikelihood()).isEqualTo(expected);
            assertThat(rolling.tokens()).isEqualTo(tokens.length);
            assertThat(rolling.windows()).isEqualTo(full + 1);
        }
    }

    /** ln P of tokens from to to - 1, one after the other, after the tokens from start on; before the first one stands the BOS. */
    private static double score(Llama llama, int[] tokens, int start, int from, int to) {
        int[] input = new int[to - 1 - start];
        Arrays.setAll(input, i -> start + i < 0 ? TinyTokens.BEGIN : tokens[start + i]);
        LlamaSession session = llama.newSession();
        session.become(input);
        double sum = 0;
        for (int token = from; token < to; token++) {
            sum += session.after(token - 1 - start).of(tokens[token]);
        }
        return sum;
    }

    @Test
    void aTextWithoutTokensIsCertain() {
        RollingResponse rolling = answer("");
        assertThat(rolling.loglikelihood()).isZero();
        assertThat(rolling.tokens()).isZero();
        assertThat(rolling.windows()).isZero();
    }

    @Test
    void anAnswerDependsOnItsOwnRequestOnly() {
        double expected = answer(LONG).loglikelihood();
        List<RollingResponse> responses = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        try (LanguageModel model = open(3, Simd.SCALAR)) {
            List<RollingRequest> requests =
                    List.of(new RollingRequest(SHORT), new RollingRequest(LONG), new RollingRequest(LONG));
            model.rollingLoglikelihoods(requests, (index, response) -> {
                order.add(index);
                responses.add(response);
            });
        }
        assertThat(order).containsExactly(0, 1, 2);
        assertThat(responses.get(1).loglikelihood()).isEqualTo(expected);
        assertThat(responses.get(2).loglikelihood()).isEqualTo(expected);
    }

    private RollingResponse answer(String text) {
        List<RollingResponse> responses = new ArrayList<>();
        try (LanguageModel model = open(2, Simd.AUTO)) {
            model.rollingLoglikelihoods(
                    List.of(new RollingRequest(text)), (index, response) -> responses.add(response));
        }
        return responses.get(0);
    }

    private LanguageModel open(int threads, Simd simd) {
        return new GgufModelProvider().open(file.toString(), new ModelOptions(threads, simd));
    }
}
