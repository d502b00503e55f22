package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitPairTest {

    private final Random random = new Random(7);

    @Test
    void isTheDivergenceOfTheTwoSoftmaxes() {
        for (int vocabulary : new int[] {1, 2, 17, 1000, 49_152}) {
            float[] a = logits(vocabulary);
            float[] b = logits(vocabulary);
            LogitPair pair = LogitPair.of(a, b);
            assertThat(pair.kl())
                    .as("%d tokens", vocabulary)
                    .isCloseTo(Divergence.kl(logSoftmax(a), logSoftmax(b)), within(1e-12));
            assertThat(pair.first()).isCloseTo(logSum(a), within(1e-12));
            assertThat(pair.second()).isCloseTo(logSum(b), within(1e-12));
        }
    }

    @Test
    void isZeroForEqualLogitsAndForThoseThatDifferByAConstant() {
        float[] a = {1, 2, 3};
        assertThat(LogitPair.of(a, a)).isEqualTo(new LogitPair(0, logSum(a), logSum(a), 2, 2));
        assertThat(LogitPair.of(a, new float[] {5, 6, 7}).kl()).isCloseTo(0, within(1e-15));
    }

    @Test
    void theMostProbableTokenIsTheLowestOfEqualOnes() {
        LogitPair pair = LogitPair.of(new float[] {0, 3, 3}, new float[] {0, 1, 2});
        assertThat(pair.firstBest()).isEqualTo(1);
        assertThat(pair.secondBest()).isEqualTo(2);
        assertThat(pair.sameBest()).isFalse();
    }

    /** ln of 1e-300 is -690: what is far below the largest logit counts for nothing, and breaks nothing. */
    @Test
    void hugeDifferencesAreNoProblem() {
        assertThat(LogitPair.of(new float[] {0, -1e6f}, new float[] {0, -3e38f}).kl())
                .isZero();
        assertThat(LogitPair.of(new float[] {0, 0}, new float[] {0, -1000}).kl())
                .isCloseTo(500 - StrictMath.log(2), within(1e-9));
    }

    @Test
    void aDistributionThatExcludesWhatTheFirstAllowsIsInfinitelyFar() {
        assertThat(LogitPair.of(new float[] {0, 0}, new float[] {0, Float.NEGATIVE_INFINITY})
                        .kl())
                .isInfinite();
        assertThat(LogitPair.of(new float[] {0, Float.NEGATIVE_INFINITY}, new float[] {0, 0})
                        .kl())
                .isCloseTo(StrictMath.log(2), within(1e-15));
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(LogitPair.of(new float[] {0, Float.NaN}, new float[] {0, 0}).kl())
                .isNaN();
    }

    @Test
    void refusesLogitsOfOtherVocabularies() {
        assertThatThrownBy(() -> LogitPair.of(new float[2], new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
        assertThatThrownBy(() -> LogitPair.of(new float[0], new float[0]))
                .hasMessage("there are no logits; give those of the whole vocabulary");
    }

    @Test
    void exponentialsAreThoseOfStrictMath() {
        for (int i = 0; i < 100_000; i++) {
            double x = -700 * random.nextDouble() * random.nextDouble();
            assertThat(Exponential.of(x)).isCloseTo(StrictMath.exp(x), within(2e-15 * StrictMath.exp(x)));
        }
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    }

    private float[] logits(int vocabulary) {
        float[] logits = new float[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            logits[i] = (float) (6 * random.nextGaussian());
        }
        return logits;
    }

    private static double[] logSoftmax(float[] logits) {
        double[] logs = new double[logits.length];
        double sum = logSum(logits);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logits[i] - sum;
        }
        return logs;
    }

    private static double logSum(float[] logits) {
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit);
        }
        return StrictMath.log(sum);
    }
}
