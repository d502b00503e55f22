package dev.touchstone.reference.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpTest {

    /** About four million arguments: every 541st (a prime) fp32 number, both signs. */
    private static final int STEP = 541;

    @Test
    void staysWithinOneAndAHalfUlpOfStrictMath() {
        double worst = 0;
        for (int bits = 0; bits < Float.floatToIntBits(Exp.HIGHEST); bits += STEP) {
            worst = Math.max(worst, ulps(Float.intBitsToFloat(bits)));
        }
        for (int bits = 0; bits < Float.floatToIntBits(-Exp.LOWEST); bits += STEP) {
            worst = Math.max(worst, ulps(-Float.intBitsToFloat(bits)));
        }
        assertThat(worst).isLessThan(1.5);
    }

    private static double ulps(float x) {
        double expected = StrictMath.exp(x);
        return Math.abs(Exp.exp(x) - expected) / Math.ulp((float) expected);
    }

    @Test
    void isExactAtZero() {
        assertThat(Exp.exp(0f)).isEqualTo(1f);
        assertThat(Exp.exp(-0f)).isEqualTo(1f);
    }

    @Test
    void givesZeroWhereTheResultWouldBeDenormal() {
        assertThat(Exp.exp(Exp.LOWEST)).isGreaterThan(Float.MIN_NORMAL);
        assertThat(Exp.exp(Math.nextDown(Exp.LOWEST))).isZero();
        assertThat(Exp.exp(-Float.MAX_VALUE)).isZero();
        assertThat(Exp.exp(Float.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void overflowsToInfinity() {
        assertThat(Exp.exp(88f)).isFinite();
        assertThat(Exp.exp(Math.nextUp(Exp.HIGHEST))).isInfinite();
        assertThat(Exp.exp(Float.MAX_VALUE)).isInfinite();
        assertThat(Exp.exp(Float.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void keepsNaN() {
        assertThat(Exp.exp(Float.NaN)).isNaN();
    }
}
