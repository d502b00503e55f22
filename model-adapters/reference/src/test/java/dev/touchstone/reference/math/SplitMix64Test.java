package dev.touchstone.reference.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {

    @Test
    void givesTheNumbersOfOtherImplementations() {
        // Seed 1234567; Rosetta Code, "Pseudo-random numbers/Splitmix64", as unsigned decimals.
        SplitMix64 random = new SplitMix64(1234567);
        for (String expected : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo(expected);
        }
    }

    @Test
    void fractionsAreAtLeastZeroAndBelowOne() {
        SplitMix64 random = new SplitMix64(5);
        double sum = 0;
        for (int i = 0; i < 10000; i++) {
            double fraction = random.nextDouble();
            assertThat(fraction).isGreaterThanOrEqualTo(0).isLessThan(1);
            sum += fraction;
        }
        assertThat(sum / 10000).isBetween(0.48, 0.52);
    }
}
