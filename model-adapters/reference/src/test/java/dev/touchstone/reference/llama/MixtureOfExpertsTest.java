package dev.touchstone.reference.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig.Experts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A random Mixtral of 3 experts, of which a token takes 2; logits by transformers: see src/test/scripts/mixtral_fixture.py. */
class MixtureOfExpertsTest {

    private static final int VOCABULARY = 40;

    @ParameterizedTest
    @ValueSource(strings = {"hf", "tiny.gguf"})
    void logitsAreThoseOfTransformers(String file) throws IOException {
        float[][] expected = expected();
        float[][] actual = logits(open(file), new ModelOptions(1, Simd.AUTO), expected.length);
        for (int row = 0; row < expected.length; row++) {
            for (int token = 0; token < VOCABULARY; token++) {
                assertThat(actual[row][token]).isCloseTo(expected[row][token], within(5e-6f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "bf16", "int8", "int4", "nf4", "sparse-2:4", "channel-25"})
    void bitsDoNotDependOnPortionsThreadsAndKernels(String precision) throws IOException {
        ModelOptions scalar = new ModelOptions(1, Simd.SCALAR).in(precision);
        ModelOptions vectors = new ModelOptions(2, Simd.AUTO).in(precision);
        float[][] expected = logits(open("hf"), scalar, tokens().length);
        for (int portion : List.of(1, 5, 12)) {
            assertThat(Arrays.deepEquals(logits(open("hf"), vectors, portion), expected))
                    .isTrue();
        }
    }

    @Test
    void theConfigurationSaysHowManyExpertsThereAreAndAreUsed() {
        assertThat(open("hf").config().experts()).isEqualTo(new Experts(3, 2));
        assertThat(open("tiny.gguf").config().experts()).isEqualTo(new Experts(3, 2));
    }

    /** Two blocks of attention (3072), router (96), experts of 2304 weights each; embedding and output of 1280 each; five gains. */
    @Test
    void allExpertsAreHeldAndTwoOfThemMultiplied() {
        try (Llama llama = Llama.load(open("hf"), new ModelOptions(1, Simd.AUTO))) {
            assertThat(llama.parameters()).isEqualTo(2 * (3072 + 96 + 3 * 2304) + 2 * 1280 + 5 * 32);
            assertThat(llama.multipliedWeights()).isEqualTo(2 * (3072 + 96 + 2 * 2304) + 1280);
            assertThat(llama.untrained(3).parameters()).isEqualTo(llama.parameters());
        }
    }

    @Test
    void calibratedPrecisionsAreRefused() {
        CalibrationText text = CalibrationText.of(List.of(new int[] {1, 2, 3}), 64);
        assertThatThrownBy(() -> Llama.load(open("hf"), new ModelOptions(1, Simd.AUTO).in("gptq-int4"), text))
                .isInstanceOf(ModelException.class)
                .hasMessage("precision 'gptq-int4' is not offered for models with experts, many of which a calibration"
                        + " text would hardly reach; take int4, nf4 or int8");
    }

    private static float[][] logits(Checkpoint checkpoint, ModelOptions options, int portion) throws IOException {
        int[] tokens = tokens();
        try (Llama llama = Llama.load(checkpoint, options)) {
            LlamaSession session = llama.newSession();
            for (int end = portion; end < tokens.length; end += portion) {
                session.become(Arrays.copyOf(tokens, end));
            }
            session.become(tokens);
            float[][] logits = new float[tokens.length][VOCABULARY];
            for (int row = 0; row < tokens.length; row++) {
                LogProbabilities after = session.after(row);
                for (int token = 0; token < VOCABULARY; token++) {
                    logits[row][token] = after.logit(token);
                }
            }
            return logits;
        }
    }

    private static Checkpoint open(String file) {
        Path path = resource(file);
        return file.endsWith(".gguf") ? GgufCheckpoint.open(path) : SafetensorsCheckpoint.open(path);
    }

    private static int[] tokens() throws IOException {
        return lines().stream().mapToInt(line -> Integer.parseInt(line[0])).toArray();
    }

    private static float[][] expected() throws IOException {
        List<String[]> lines = lines();
        float[][] logits = new float[lines.size()][VOCABULARY];
        for (int row = 0; row < logits.length; row++) {
            for (int token = 0; token < VOCABULARY; token++) {
                logits[row][token] = Float.parseFloat(lines.get(row)[token + 1]);
            }
        }
        return logits;
    }

    private static List<String[]> lines() throws IOException {
        return Files.readAllLines(resource("logits.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .toList();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(
                            MixtureOfExpertsTest.class.getResource("/dev/touchstone/reference/mixtral/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
