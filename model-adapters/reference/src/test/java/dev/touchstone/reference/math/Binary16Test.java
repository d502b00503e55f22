package dev.touchstone.reference.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Binary16Test {

    @Test
    void everyNumberKeepsItsValueAndItsSign() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            if ((bits & 0x7c00) != 0x7c00) {
                float value = Binary16.toFloat((short) bits);
                assertThat(Float.floatToRawIntBits(value))
                        .as("binary16 %04x", bits)
                        .isEqualTo(Float.floatToRawIntBits((float) defined(bits)));
                assertThat(Binary16.toBits(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void infinityStaysInfinity() {
        assertThat(Binary16.toBits(Float.POSITIVE_INFINITY)).isEqualTo((short) 0x7c00);
        assertThat(Binary16.toBits(Float.NEGATIVE_INFINITY)).isEqualTo((short) 0xfc00);
        assertThat(Binary16.toFloat(Binary16.toBits(Float.NaN))).isNaN();
        assertThat(Binary16.toFloat((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Binary16.toFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void everyNanStaysNan() {
        for (int fraction = 1; fraction < 1 << 10; fraction++) {
            assertThat(Binary16.toFloat((short) (0x7c00 | fraction))).isNaN();
            assertThat(Binary16.toFloat((short) (0xfc00 | fraction))).isNaN();
        }
    }

    /** IEEE 754's definition, in fp64, where it is exact. */
    private static double defined(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude =
                exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1024.0 + fraction, exponent - 25);
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
