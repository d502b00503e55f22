package dev.touchstone.reference.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types narrower than fp32 against IEEE 754's definition of rounding: the nearest number of the type, of two the one whose fraction is even. */
class NarrowFloatsTest {

    @Test
    void fp16IsRoundedToTheNearest() {
        requireNearest(x -> Rounding.FP16.round((float) x), 10, -14);
    }

    @Test
    void bf16IsRoundedToTheNearest() {
        requireNearest(x -> Rounding.BF16.round((float) x), 7, -126);
    }

    @Test
    void e4m3IsRoundedToTheNearest() {
        requireNearest(x -> Float8.E4M3.round((float) x), 3, -6);
    }

    @Test
    void e5m2IsRoundedToTheNearest() {
        requireNearest(x -> Float8.E5M2.round((float) x), 2, -14);
    }

    @Test
    void fp16OverflowsToInfinityHalfAStepAboveItsLargestNumber() {
        assertThat(Rounding.FP16.round(65504)).isEqualTo(65504);
        assertThat(Rounding.FP16.round(Math.nextDown(65520f))).isEqualTo(65504);
        assertThat(Rounding.FP16.round(65520)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Rounding.FP16.round(-1e30f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Rounding.BF16.round(Float.MAX_VALUE)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void eightBitFloatsSaturate() {
        assertThat(Float8.E4M3.round(1e9f)).isEqualTo(448);
        assertThat(Float8.E4M3.round(-464)).isEqualTo(-448);
        assertThat(Float8.E5M2.round(Float.POSITIVE_INFINITY)).isEqualTo(57344);
    }

    @Test
    void nanStaysNan() {
        assertThat(Rounding.FP16.round(Float.NaN)).isNaN();
        assertThat(Rounding.BF16.round(Float.intBitsToFloat(0x7fffffff))).isNaN();
        assertThat(Float8.E4M3.round(Float.NaN)).isNaN();
    }

    @Test
    void arraysAreRoundedLikeNumbers() {
        for (Rounding rounding : Rounding.values()) {
            float[] data = {1.001f, 3.00001f, -70000f, 1e-7f};
            float[] rounded = data.clone();
            rounding.round(rounded, 1, 2);
            assertThat(rounded).containsExactly(data[0], rounding.round(data[1]), rounding.round(data[2]), data[3]);
        }
    }

    @ParameterizedTest
    @EnumSource(Float8.class)
    void eightBitsThereAndBackAreTheSame(Float8 type) {
        for (int bits = 0; bits < 256; bits++) {
            float value = type.toFloat((byte) bits);
            if (Math.abs(value) <= type.largest()) {
                assertThat(type.toBits(value)).as("%02x", bits).isEqualTo((byte) bits);
                assertThat(type.round(value)).isEqualTo(value);
            }
        }
        assertThat(type.toBits(type.largest())).isEqualTo((byte) (type == Float8.E4M3 ? 0x7e : 0x7b));
    }

    /** Around every power of two, at and beside each number, each tie and the zero; within the type's range. */
    private static void requireNearest(DoubleUnaryOperator round, int fractionBits, int lowestExponent) {
        int steps = 1 << fractionBits;
        for (int exponent = Math.max(lowestExponent, -30) - 2; exponent <= 7; exponent++) {
            double step = Math.scalb(1.0, Math.max(exponent, lowestExponent) - fractionBits);
            for (int eighth = 0; eighth < 8 * Math.min(steps, 64); eighth++) {
                double x = Math.scalb(1.0, exponent) + eighth * step / 8;
                if ((float) x == x && x < 256) {
                    double own = Math.scalb(1.0, Math.max(Math.getExponent(x), lowestExponent) - fractionBits);
                    double expected = Math.rint(x / own) * own;
                    assertThat(round.applyAsDouble(x)).as("%a", x).isEqualTo(expected);
                    assertThat(round.applyAsDouble(-x)).isEqualTo(-expected);
                }
            }
        }
        assertThat(Double.doubleToRawLongBits(round.applyAsDouble(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }
}
