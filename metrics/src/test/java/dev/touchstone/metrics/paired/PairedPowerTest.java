package dev.touchstone.metrics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PairedPowerTest {

    private static final PairedPower GATE = PairedPower.of(0.05, 0);

    @Test
    void powerEqualsTheSumOverAllOutcomes() throws IOException {
        for (GoldenRow row : GoldenRow.of("power.csv", 100)) {
            double power = row.number();
            int n = row.integer();
            double flips = row.number();
            double drop = row.number();
            PairedPower ours = PairedPower.of(row.number(), row.number());
            assertThat(ours.power(n, flips, drop)).isCloseTo(power, within(1e-8));
        }
    }

    @Test
    void theSmallestDropIsTheOneWithTheWantedPower() {
        double drop = GATE.smallestDrop(1346, 0.1, 0.8).orElseThrow();
        assertThat(GATE.power(1346, 0.1, drop)).isCloseTo(0.8, within(0.001));
        // (1.645 + 0.842) sqrt(0.1 / 1346), the one-sided form of Zhuang, arXiv:2605.28873
        assertThat(drop).isCloseTo(0.0214, within(0.001));
    }

    @Test
    void whenNothingFlippedTheSmallestDropIsOneOfLossesOnly() {
        // five losses of five flips are needed: P(Binomial(10, drop) at least 5) = 0.8
        assertThat(GATE.smallestDrop(10, 0, 0.8).orElseThrow()).isCloseTo(0.5807, within(0.001));
        assertThat(GATE.smallestDrop(4, 0, 0.8)).isEmpty();
        assertThat(GATE.smallestDrop(0, 0.1, 0.8)).isEmpty();
    }

    @Test
    void theItemsNeededSeeTheDropAndNoFewerDo() {
        int needed = GATE.itemsNeeded(0.1, 0.02, 0.8).orElseThrow();
        assertThat(needed).isBetween(1540, 1680);
        assertThat(GATE.power(needed, 0.1, 0.02)).isGreaterThanOrEqualTo(0.8);
        assertThat(GATE.power((int) (0.93 * needed), 0.1, 0.02)).isLessThan(0.8);
        assertThat(GATE.itemsNeeded(0.1, 0.001, 0.8).orElseThrow()).isCloseTo(618_256, within(1_000));
    }

    @Test
    void aDropWithinTheMarginIsNeverSeen() {
        PairedPower generous = PairedPower.of(0.05, 0.02);
        assertThat(generous.itemsNeeded(0.1, 0.02, 0.8)).isEmpty();
        assertThat(generous.power(100_000, 0.1, 0.01)).isLessThan(1e-6);
        int needed = generous.itemsNeeded(0.1, 0.03, 0.8).orElseThrow();
        assertThat(generous.power(needed, 0.1, 0.03)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> PairedPower.of(0.6, 0))
                .hasMessage("the level is 0.6 and the margin 0.0; the level must be above 0 and at most 0.5, "
                        + "the margin from 0 to below 1");
        assertThatThrownBy(() -> GATE.power(10, 1.5, 0))
                .hasMessage("the share of flips is 1.5 and the drop 0.0; both must be from 0 to 1");
    }
}
