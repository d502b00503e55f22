package dev.touchstone.reference.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.GenerateResponse.Finish;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.model.Sampling;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final int DRAWS = 20000;

    private static Path folder;
    private static TinyGenerator generator;
    private static LogProbabilities after;

    @BeforeAll
    static void open(@TempDir Path temporary) {
        folder = temporary;
        generator = new TinyGenerator(folder);
        LlamaSession session = generator.newSession();
        session.become(generator.tokenizer().encode("the cat sat on", true));
        after = session.after(session.length() - 1);
    }

    @AfterAll
    static void close() {
        generator.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "0.7, 0, 1", "1, 8, 1", "2, 20, 1", "1, 0, 0.5", "1, 20, 0.9"})
    void drawsTokensInProportionToTheirProbabilities(double temperature, int topK, double topP) {
        Sampling sampling = new Sampling(temperature, topK, topP, 42);
        double[] expected = probabilities(sampling);
        int[] drawn = new int[expected.length];
        TokenChooser chooser = new TokenChooser(sampling);
        for (int i = 0; i < DRAWS; i++) {
            drawn[chooser.choose(after)]++;
        }
        double chiSquare = 0;
        int categories = 0;
        for (int token = 0; token < expected.length; token++) {
            if (expected[token] == 0) {
                assertThat(drawn[token])
                        .as("token %s is not a candidate", token)
                        .isZero();
            } else {
                chiSquare += Math.pow(drawn[token] - DRAWS * expected[token], 2) / (DRAWS * expected[token]);
                categories++;
            }
        }
        // Mean categories - 1, variance twice that: five standard deviations is loose, and the seed is fixed.
        assertThat(chiSquare).isBetween(0.0, categories - 1 + 5 * Math.sqrt(2.0 * (categories - 1)));
    }

    /** By the definition of {@link Sampling}, with the platform's exponential. */
    private static double[] probabilities(Sampling sampling) {
        int[] order = IntStream.range(0, after.vocabulary())
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -after.of(token)))
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = sampling.topK() == 0 ? order.length : sampling.topK();
        double total = IntStream.range(0, kept)
                .mapToDouble(i -> weight(order[i], sampling))
                .sum();
        double mass = 0;
        int nucleus = 0;
        while (nucleus < kept && (nucleus == 0 || mass < sampling.topP() * total)) {
            mass += weight(order[nucleus++], sampling);
        }
        double[] probabilities = new double[order.length];
        for (int i = 0; i < nucleus; i++) {
            probabilities[order[i]] = weight(order[i], sampling) / mass;
        }
        return probabilities;
    }

    private static double weight(int token, Sampling sampling) {
        return Math.exp(after.of(token) / sampling.temperature());
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 0, 1", "1, 1, 1", "1, 0, 1e-9"})
    void theNarrowestSamplingIsGreedy(double temperature, int topK, double topP) {
        TokenChooser chooser = new TokenChooser(new Sampling(temperature, topK, topP, 7));
        for (int i = 0; i < 100; i++) {
            assertThat(chooser.choose(after)).isEqualTo(after.mostProbable());
        }
    }

    @Test
    void theSameSeedGivesTheSameText() {
        GenerateResponse first = generator.answer(request(1));
        assertThat(generator.answer(request(2)).text()).isNotEqualTo(first.text());
        assertThat(generator.answer(request(1)).text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void anyNumberOfThreadsAndEitherKernelsGiveTheSameText(int threads) {
        for (Simd simd : Simd.values()) {
            try (TinyGenerator other = new TinyGenerator(folder, threads, simd)) {
                for (GenerateRequest request : List.of(request(1), TinyGenerator.greedy("a dog", 30))) {
                    GenerateResponse expected = generator.answer(request);
                    GenerateResponse actual = other.answer(request);
                    assertThat(actual.text()).isEqualTo(expected.text());
                    assertThat(actual.loglikelihood()).isEqualTo(expected.loglikelihood());
                }
            }
        }
    }

    @Test
    void everyPlatformAndJdkGivesThisText() {
        GenerateResponse response = generator.answer(request(1));
        // From JDK 17.0.15 on x86-64 with this class.
        assertThat(response.text().hashCode()).isEqualTo(491861509);
        assertThat(response.loglikelihood()).isEqualTo(-167.75384349232198);
    }

    @Test
    void endsWithTheEndOfTheSequenceWhichIsNotPartOfTheText() {
        List<GenerateResponse> ended = LongStream.range(0, 200)
                .mapToObj(seed -> generator.answer(request(seed)))
                .filter(response -> response.finish() == Finish.END_OF_SEQUENCE)
                .toList();
        assertThat(ended).isNotEmpty().allSatisfy(response -> {
            assertThat(response.text()).doesNotContain("</s>");
            assertThat(response.generatedTokens()).isBetween(1, 30);
        });
    }

    private static GenerateRequest request(long seed) {
        return new GenerateRequest("the cat sat on", List.of(), 30, Sampling.of(1.2, seed));
    }
}
