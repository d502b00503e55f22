package dev.touchstone.reference.generate;

import static dev.touchstone.reference.generate.TinyGenerator.greedy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.GenerateResponse.Finish;
import dev.touchstone.model.ModelException;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final String CONTEXT = "the cat sat on the";

    @TempDir
    private Path folder;

    private TinyGenerator generator;

    @BeforeEach
    void open() {
        generator = new TinyGenerator(folder);
    }

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void greedyDecodingTakesTheMostProbableTokenStepByStep() {
        int[] sequence = generator.tokenizer().encode(CONTEXT, true);
        int contextTokens = sequence.length;
        double loglikelihood = 0;
        for (int i = 0; i < 12; i++) {
            LlamaSession fresh = generator.newSession();
            fresh.become(sequence);
            LogProbabilities after = fresh.after(sequence.length - 1);
            loglikelihood += after.of(after.mostProbable());
            sequence = Arrays.copyOf(sequence, sequence.length + 1);
            sequence[sequence.length - 1] = after.mostProbable();
        }
        GenerateResponse response = generator.answer(greedy(CONTEXT, 12));
        int[] generated = Arrays.copyOfRange(sequence, contextTokens, sequence.length);
        assertThat(response.text())
                .isEqualTo(new String(generator.tokenizer().decode(generated), StandardCharsets.UTF_8));
        assertThat(response.finish()).isEqualTo(Finish.MAX_TOKENS);
        assertThat(response.generatedTokens()).isEqualTo(12);
        assertThat(response.loglikelihood()).isEqualTo(loglikelihood).isNegative();
        assertThat(response.firstTokenNanos().getAsLong()).isPositive().isLessThanOrEqualTo(response.nanos());
    }

    @Test
    void endsBeforeTheFirstStopStringWhereverTokensBegin() {
        GenerateResponse whole = generator.answer(greedy(CONTEXT, 20));
        assertThat(whole.text()).hasSizeGreaterThan(10);
        for (int at = 1; at + 3 < whole.text().length(); at++) {
            String stop = whole.text().substring(at, at + 3);
            GenerateResponse response = generator.answer(greedy(CONTEXT, 20, "never in it", stop));
            assertThat(response.text())
                    .isEqualTo(whole.text().substring(0, whole.text().indexOf(stop)));
            assertThat(response.finish()).isEqualTo(Finish.STOP_STRING);
            assertThat(response.generatedTokens()).isLessThanOrEqualTo(20).isGreaterThan(0);
        }
    }

    @Test
    void stopsAtTheTokenThatCompletesTheStopString() {
        GenerateResponse first = generator.answer(greedy(CONTEXT, 1));
        GenerateResponse response = generator.answer(greedy(CONTEXT, 20, first.text()));
        assertThat(response.text()).isEmpty();
        assertThat(response.generatedTokens()).isEqualTo(1);
    }

    @Test
    void keepsTheEndOfTheContextSoThatAllTokensFit() {
        String words = "a! ".repeat(300) + "b c d";
        int all = generator.tokenizer().encode(words, true).length;
        GenerateResponse response = generator.answer(greedy(words, 28));
        assertThat(response.contextTokens()).isEqualTo(100);
        assertThat(response.truncatedTokens()).isEqualTo(all - 100);
        assertThat(response.computedTokens()).isEqualTo(100 + response.generatedTokens() - 1);
        int[] kept = Arrays.copyOfRange(generator.tokenizer().encode(words, true), all - 100, all);
        String end = new String(generator.tokenizer().decode(kept), StandardCharsets.UTF_8);
        assertThat(generator.answer(greedy(end, 28)).text()).isEqualTo(response.text());
    }

    @Test
    void anEmptyContextIsTheBeginningOfASequence() {
        GenerateResponse response = generator.answer(greedy("", 5));
        assertThat(response.contextTokens()).isEqualTo(1);
        assertThat(response.text()).isEqualTo(generator.answer(greedy("<s>", 5)).text());
    }

    @Test
    void noTokensAreGeneratedWhereNoneAreAskedFor() {
        GenerateResponse response = generator.answer(greedy(CONTEXT, 0));
        assertThat(response.text()).isEmpty();
        assertThat(response.finish()).isEqualTo(Finish.MAX_TOKENS);
        assertThat(response.generatedTokens()).isZero();
        assertThat(response.computedTokens()).isZero();
        assertThat(response.firstTokenNanos()).isEmpty();
        assertThat(response.loglikelihood()).isZero();
    }

    @Test
    void oneTokenNeedsNoMoreThanTheContext() {
        GenerateResponse response = generator.answer(greedy(CONTEXT, 1));
        assertThat(response.generatedTokens()).isEqualTo(1);
        assertThat(response.computedTokens()).isEqualTo(response.contextTokens());
    }

    @Test
    void refusesToGenerateMoreThanFitsAfterAContext() {
        assertThat(generator.answer(greedy(CONTEXT, 127)).contextTokens()).isEqualTo(1);
        assertThatThrownBy(() -> generator.answer(greedy(CONTEXT, 128)))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "generating up to 128 tokens leaves no room for a context in the model's 128 tokens; ask for"
                                + " at most 127");
    }

    @Test
    void computesWhatRequestsShareOnce() {
        GenerateResponse first = generator.answer(greedy(CONTEXT, 6));
        GenerateResponse again = generator.answer(greedy(CONTEXT, 6));
        assertThat(first.computedTokens()).isEqualTo(first.contextTokens() + 5);
        assertThat(again.computedTokens()).isEqualTo(5);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.loglikelihood()).isEqualTo(first.loglikelihood());
    }
}
