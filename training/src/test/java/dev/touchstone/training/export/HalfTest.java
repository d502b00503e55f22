package dev.touchstone.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfTest {

    @Test
    void everyHalfKeepsItsBits() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = value((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(Half.bits(value)).isEqualTo((short) bits);
            }
        }
    }

    /** Worked out by hand from IEEE 754: halves near 1 are 2^-10 apart. */
    @ParameterizedTest
    @CsvSource({
        "1.00048828125, 1.0",
        "1.00146484375, 1.001953125",
        "65519, 65504",
        "65520, Infinity",
        "-1e-9, -0.0",
        "2.9802322387695312e-8, 0.0",
        "3e-8, 5.9604644775390625e-8"
    })
    void roundsToTheNearestAndThenToTheEvenHalf(float value, float expected) {
        assertThat(value(Half.bits(value))).isEqualTo(expected);
    }

    /** The definition of binary16. */
    static float value(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = switch (exponent) {
            case 0 -> Math.scalb((float) fraction, -24);
            case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Math.scalb((float) (1024 + fraction), exponent - 25);
        };
        return bits < 0 ? -size : size;
    }
}
