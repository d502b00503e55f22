package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.logits;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.model.ModelOptions.Simd;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlashAttentionTest {

    private static final TestModel MODEL = TestModel.of(6, 2, true);
    private static final int[] TOKENS = tokens(2 * LlamaSession.CHUNK + 71, 3);

    /** Arrays.deepHashCode of the scalar kernels' logits, from JDK 17 on x86-64 with this class. */
    private static final int HASH = 339698507;

    private static final float[][] EXPECTED = whole(session(1, Simd.SCALAR, Attention.FLASH));

    @Test
    void everyPlatformAndJdkGivesTheseBits() {
        assertThat(Arrays.deepHashCode(EXPECTED)).isEqualTo(HASH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void threadsAndKernelsDoNotMatter(int threads) {
        assertSame(whole(session(threads, Simd.AUTO, Attention.FLASH)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 127, 129, 257})
    void portionsDoNotMatter(int portion) {
        LlamaSession session = session(2, Simd.AUTO, Attention.FLASH);
        for (int end = portion; end < TOKENS.length; end += portion) {
            session.become(Arrays.copyOf(TOKENS, end));
        }
        assertSame(whole(session));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 128, 300, 582})
    void whatIsSharedWithOtherSequencesDoesNotMatter(int shared) {
        LlamaSession session = session(2, Simd.AUTO, Attention.FLASH);
        int[] other = TOKENS.clone();
        for (int i = shared; i < other.length; i++) {
            other[i] = (other[i] + 1) % TestModel.VOCABULARY;
        }
        session.become(other);
        assertSame(whole(session));
    }

    /** Short runs that share a beginning attend in one block, each in tiles of its own. */
    @Test
    void choicesOfAQuestionHaveTheBitsThatEachHasAlone() {
        PrefixTree tree = llama(2, Simd.AUTO, Attention.FLASH).newTree();
        List<int[]> choices = List.of(choice(1, 2), choice(3, 4), choice(5), choice(6, 7));
        List<Sequence> sequences = choices.stream().map(tree::add).toList();
        while (sequences.stream().anyMatch(sequence -> sequence.ready() < sequence.length())) {
            sequences.forEach(tree::schedule);
            tree.compute();
        }
        Outputs outputs = tree.newOutputs();
        sequences.forEach(sequence -> outputs.add(sequence, sequence.length() - 1));
        outputs.compute();
        for (int i = 0; i < choices.size(); i++) {
            LlamaSession alone = session(1, Simd.SCALAR, Attention.FLASH);
            alone.become(choices.get(i));
            LogProbabilities expected = alone.after(alone.length() - 1);
            for (int token = 0; token < TestModel.VOCABULARY; token++) {
                assertThat(outputs.get(i).logit(token)).isEqualTo(expected.logit(token));
            }
        }
    }

    private static int[] choice(int... last) {
        int[] tokens = Arrays.copyOf(TOKENS, 126 + last.length);
        System.arraycopy(last, 0, tokens, 126, last.length);
        return tokens;
    }

    /** Both round each step to fp32; what flash does with a tile more are two products and a sum. The guide states the bound. */
    @Test
    void itDiffersFromStandardAttentionInTheLastBitsOnly() {
        float[][] standard = whole(session(1, Simd.AUTO, Attention.STANDARD));
        double largest = 0;
        double difference = 0;
        for (int row = 0; row < standard.length; row++) {
            for (int token = 0; token < standard[row].length; token++) {
                largest = Math.max(largest, Math.abs(standard[row][token]));
                difference = Math.max(difference, Math.abs(standard[row][token] - EXPECTED[row][token]));
            }
        }
        assertThat(difference / largest).isPositive().isLessThan(2e-6);
        assertThat(Arrays.deepEquals(whole(session(1, Simd.AUTO, Attention.AUTO)), standard))
                .isTrue();
    }

    /** Up to one tile there is nothing to bring to the same scale. */
    @Test
    void aSequenceWithinATileIsTheSameButForWhereItIsDivided() {
        for (Attention attention : List.of(Attention.STANDARD, Attention.FLASH)) {
            LlamaSession session = session(1, Simd.AUTO, attention);
            session.become(Arrays.copyOf(TOKENS, 1));
            assertThat(session.after(0).logit(3)).isEqualTo(EXPECTED[0][3]);
        }
    }

    /** Bytes of the arrays that are held: keys and values grow with the positions, the memory of attention does not. */
    @Test
    void memoryGrowsLinearlyWithTheContext() {
        long[] flash = {bytes(160, Attention.FLASH), bytes(640, Attention.FLASH)};
        assertThat(flash[1]).isEqualTo(flash[0]).isPositive();
        long[] standard = {bytes(160, Attention.STANDARD), bytes(640, Attention.STANDARD)};
        assertThat((double) standard[1] / standard[0]).isCloseTo(4, within(0.5));
    }

    private static long bytes(int positions, Attention attention) {
        PrefixTree tree = llama(1, Simd.AUTO, attention).newTree();
        Sequence sequence = tree.add(tokens(positions, 4));
        while (sequence.ready() < positions) {
            tree.schedule(sequence);
            tree.compute();
        }
        return tree.attentionBytes();
    }

    private static LlamaSession session(int threads, Simd simd, Attention attention) {
        return llama(threads, simd, attention).newSession();
    }

    private static Llama llama(int threads, Simd simd, Attention attention) {
        return Llama.load(MODEL, new ModelOptions(threads, simd).with(attention));
    }

    private static float[][] whole(LlamaSession session) {
        session.become(TOKENS);
        return logits(session);
    }

    private static void assertSame(float[][] actual) {
        assertThat(Arrays.deepEquals(actual, EXPECTED)).as("same bits").isTrue();
    }
}
