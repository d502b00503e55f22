package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalPowerTest {

    private static final NormalPower POWER = NormalPower.of(0.05, 0.8);

    /** 1.6449 + 0.8416, the sum in every table of sample sizes. */
    @Test
    void theSmallestEffectIsTwoAndAHalfStandardErrors() {
        assertThat(POWER.smallestEffect(0.01)).isCloseTo(0.024865, within(1e-6));
    }

    @Test
    void theItemsNeededSeeTheEffectWithThePower() {
        long needed = POWER.itemsNeeded(100, 0.1, 0.1).orElseThrow();
        assertThat(needed).isEqualTo(619);
        Random random = new Random(14);
        int seen = 0;
        for (int repeat = 0; repeat < 4000; repeat++) {
            double error = 1 / Math.sqrt(needed);
            seen += 0.1 + error * random.nextGaussian() > 1.6448536 * error ? 1 : 0;
        }
        assertThat(seen / 4000.0).isBetween(0.78, 0.82);
    }

    @Test
    void noNumberOfItemsShowsWhatIsNotThere() {
        assertThat(POWER.itemsNeeded(100, 0.1, 0)).isEmpty();
        assertThat(POWER.itemsNeeded(100, 0, 0.1)).hasValue(1);
    }
}
