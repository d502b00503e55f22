package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.logits;
import static dev.touchstone.reference.llama.TestModel.session;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.tensor.LlamaConfig;
import org.junit.jupiter.api.Test;

/** The engine against {@link NaiveLlama}: fp32 against double precision, on logits of size 1. */
class LlamaTest {

    private static final double TOLERANCE = 1e-4;

    @Test
    void multiHeadAttentionAgreesWithDoublePrecision() {
        assertAgrees(TestModel.of(3, 3, false), 1);
    }

    @Test
    void groupedQueryAttentionAgreesWithDoublePrecision() {
        assertAgrees(TestModel.of(6, 2, false), 1);
    }

    @Test
    void multiQueryAttentionAgreesWithDoublePrecision() {
        assertAgrees(TestModel.of(5, 1, false), 1);
    }

    @Test
    void tiedEmbeddingsAgreeWithDoublePrecision() {
        assertAgrees(TestModel.of(4, 2, true), 1);
    }

    @Test
    void headsLargerThanAPanelAgreeWithDoublePrecision() {
        assertAgrees(TestModel.withLargeHeads(), 1);
    }

    @Test
    void storedRopeFactorsDivideTheFrequencies() {
        assertAgrees(TestModel.of(2, 1, true).with("rope_freqs.weight", 4f, 4f, 4f), 4);
    }

    @Test
    void pairsSideBySideGiveTheLogitsOfPairsInHalvesWhenRowsAreReordered() {
        TestModel halves = TestModel.of(4, 2, true);
        int[] tokens = tokens(20, 1);
        LlamaSession first = session(halves);
        LlamaSession second = session(halves.withAdjacentPairs());
        first.become(tokens);
        second.become(tokens);
        float[][] expected = logits(first);
        float[][] actual = logits(second);
        for (int row = 0; row < tokens.length; row++) {
            // The sum over a head's elements runs in another order.
            assertThat(actual[row]).containsExactly(expected[row], within(1e-5f));
        }
    }

    @Test
    void countsTiedWeightsOnce() {
        assertThat(parameters(TestModel.of(4, 2, false)) - parameters(TestModel.of(4, 2, true)))
                .isEqualTo(TestModel.VOCABULARY * 37L);
    }

    private static long parameters(TestModel model) {
        try (Llama llama = Llama.load(model, ModelOptions.defaults())) {
            return llama.parameters();
        }
    }

    private static void assertAgrees(TestModel model, float factor) {
        int[] tokens = tokens(40, 5);
        LlamaSession session = session(model);
        session.become(tokens);
        float[][] logits = logits(session);
        NaiveLlama naive = new NaiveLlama(model, frequencies(model.config(), factor));
        for (int position = 0; position < tokens.length; position++) {
            double[] expected = naive.logits(tokens[position], position);
            for (int token = 0; token < expected.length; token++) {
                assertThat((double) logits[position][token]).isCloseTo(expected[token], within(TOLERANCE));
            }
        }
    }

    private static double[] frequencies(LlamaConfig config, float factor) {
        double[] frequencies = new double[config.headSize() / 2];
        for (int pair = 0; pair < frequencies.length; pair++) {
            frequencies[pair] = Math.pow(config.rope().base(), -2.0 * pair / config.headSize()) / factor;
        }
        return frequencies;
    }
}
