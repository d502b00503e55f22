package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.logits;
import static dev.touchstone.reference.llama.TestModel.session;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing about how a sequence is computed changes a bit of its logits. */
class SameBitsTest {

    private static final TestModel MODEL = TestModel.of(6, 2, true);

    /** More than two chunks, so that the cache grows and the last chunk is short. */
    private static final int[] TOKENS = tokens(2 * LlamaSession.CHUNK + 71, 3);

    /** Arrays.deepHashCode of the scalar kernels' logits, from JDK 17.0.15 on x86-64 with this class. */
    private static final int HASH = 1923577554;

    private static final float[][] EXPECTED = whole(session(MODEL, 1, Simd.SCALAR));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void anyNumberOfThreadsAndEitherKernelsGiveTheSameBits(int threads) {
        assertSame(whole(session(MODEL, threads, Simd.AUTO)));
        assertSame(whole(session(MODEL, threads, Simd.SCALAR)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 13, 207, 256, 257})
    void anySplitOfTheSequenceGivesTheSameBits(int portion) {
        LlamaSession session = session(MODEL);
        for (int end = portion; end < TOKENS.length; end += portion) {
            assertThat(session.become(Arrays.copyOf(TOKENS, end))).isEqualTo(portion);
        }
        assertSame(whole(session));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 300, 582})
    void aSharedBeginningIsReusedWithTheSameBits(int shared) {
        LlamaSession session = session(MODEL);
        int[] other = TOKENS.clone();
        for (int i = shared; i < other.length; i++) {
            other[i] = (other[i] + 1) % TestModel.VOCABULARY;
        }
        session.become(other);
        assertThat(session.become(TOKENS)).isEqualTo(TOKENS.length - shared);
        assertSame(logits(session));
    }

    @Test
    void decodingTokenByTokenGivesTheSameBits() {
        LlamaSession session = session(MODEL);
        for (int position = 0; position < 40; position++) {
            LogProbabilities after = session.next(TOKENS[position]);
            for (int token = 0; token < TestModel.VOCABULARY; token++) {
                assertThat(after.logit(token)).isEqualTo(EXPECTED[position][token]);
            }
        }
    }

    @Test
    void everyPlatformAndJdkGivesTheseBits() {
        assertThat(Arrays.deepHashCode(EXPECTED)).isEqualTo(HASH);
    }

    private static float[][] whole(LlamaSession session) {
        session.become(TOKENS);
        return logits(session);
    }

    private static void assertSame(float[][] actual) {
        assertThat(Arrays.deepEquals(actual, EXPECTED)).as("same bits").isTrue();
    }
}
