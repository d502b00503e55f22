package dev.touchstone.reference.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntrainedTest {

    private static final Rope ROPE = new Rope(10000, Pairs.HALVES, new Scaling.None());

    @Test
    void aSmallModelKeepsItsShape() {
        LlamaConfig small = config(30, 64, 300, true);

        assertThat(UntrainedShape.of(small)).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({"32, 4096, 11008, 32000, 1, 1024", "80, 8192, 28672, 128256, 1, 256", "30, 576, 1536, 49152, 10, 576"})
    void aLargeOneLosesLayersFirstAndThenWidth(
            int layers, int width, int feedForward, int vocabulary, int expectedLayers, int expectedWidth) {
        LlamaConfig shape = UntrainedShape.of(new LlamaConfig(
                layers, width, width / 64, width / 192, 64, feedForward, vocabulary, 4096, 1e-5f, ROPE, true));

        assertThat(shape.layers()).isEqualTo(expectedLayers);
        assertThat(shape.width()).isEqualTo(expectedWidth);
        assertThat(shape.vocabulary()).isEqualTo(vocabulary);
        assertThat(HeapCheck.bytes(shape)).isLessThanOrEqualTo(1L << 28);
    }

    /** Narrow and wide models, small and large vocabularies, output matrices of their own and tied ones. */
    @ParameterizedTest
    @CsvSource({
        "1, 8, 300, false",
        "2, 64, 300, true",
        "2, 64, 5000, false",
        "4, 512, 1000, true",
        "1, 1024, 2000, false"
    })
    void theFirstLossIsThatOfUniformPredictions(int layers, int width, int vocabulary, boolean tied) {
        LlamaConfig config = config(layers, width, vocabulary, tied);
        try (Llama llama = Llama.load(new UntrainedCheckpoint(config, 7), ModelOptions.defaults())) {
            double uniform = Math.log(vocabulary);
            assertThat(loss(llama)).isCloseTo(uniform, within(0.02 * uniform));
        }
    }

    @Test
    void weightsDependOnTheSeedAndOnNothingElse() {
        LlamaConfig config = config(2, 64, 300, true);
        float[] whole = read(new UntrainedCheckpoint(config, 7), 0, 300);

        assertThat(read(new UntrainedCheckpoint(config, 7), 0, 300)).containsExactly(whole);
        assertThat(read(new UntrainedCheckpoint(config, 8), 0, 300)).isNotEqualTo(whole);
        assertThat(read(new UntrainedCheckpoint(config, 7), 299, 1))
                .containsExactly(Arrays.copyOfRange(whole, 299 * 64, 300 * 64));
    }

    @Test
    void weightsHaveTheirDeviation() {
        double squares = 0;
        float[] values = read(new UntrainedCheckpoint(config(2, 64, 300, true), 7), 0, 300);
        for (float value : values) {
            squares += value * value;
        }
        // 19,200 draws: the deviation of the mean square is below 1 % of it.
        assertThat(Math.sqrt(squares / values.length)).isCloseTo(0.02, within(0.0003));
    }

    private static double loss(Llama llama) {
        int[] tokens = new Random(1).ints(129, 0, llama.config().vocabulary()).toArray();
        LlamaSession session = llama.newSession();
        session.become(tokens);
        LogProbabilities[] after = session.after(0, tokens.length);
        double sum = 0;
        for (int i = 1; i < tokens.length; i++) {
            sum -= after[i - 1].of(tokens[i]);
        }
        return sum / (tokens.length - 1);
    }

    private static float[] read(UntrainedCheckpoint checkpoint, int row, int count) {
        Tensor tensor = checkpoint.find("token_embd.weight").orElseThrow();
        float[] values = new float[count * tensor.columns()];
        tensor.read(row, count, values, 0);
        return values;
    }

    private static LlamaConfig config(int layers, int width, int vocabulary, boolean tied) {
        return new LlamaConfig(
                layers, width, 4, 2, Math.max(2, width / 4), 2 * width, vocabulary, 256, 1e-5f, ROPE, tied);
    }
}
