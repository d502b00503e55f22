package dev.touchstone.metrics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BettingTest {

    private static final double DECISIVE = Betting.decisive(0.05);

    @Test
    void evidenceEqualsTheMixtureAndNearlyItsClosedForm() throws IOException {
        for (GoldenRow row : GoldenRow.of("betting.csv", 120)) {
            double[] mixture = row.numbers(2);
            double[] closed = row.numbers(2);
            double drop = row.number();
            PairedOutcomes outcomes = new PairedOutcomes(row.integer(), row.integer(), row.integer(), row.integer());
            assertNear(Betting.worse(outcomes, drop), mixture[0], 1e-10);
            assertNear(Betting.notWorse(outcomes, drop), mixture[1], 1e-10);
            if (drop == 0) {
                assertNear(Math.max(0, Betting.worse(outcomes, 0)), Math.max(0, closed[0]), 0.01);
                assertNear(Math.max(0, Betting.notWorse(outcomes, 0)), Math.max(0, closed[1]), 0.01);
            }
        }
    }

    private static void assertNear(double actual, double golden, double tolerance) {
        assertThat(actual).isCloseTo(golden, within(tolerance * Math.max(1, Math.abs(golden))));
    }

    @Test
    void withoutItemsThereIsNoEvidence() {
        PairedOutcomes none = new PairedOutcomes(0, 0, 0, 0);
        assertThat(Betting.worse(none, 0)).isCloseTo(0, within(1e-14));
        assertThat(Betting.notWorse(none, 0.02)).isCloseTo(0, within(1e-14));
    }

    /** E[product] after one more item is the product itself if the drop is just the margin: the definition of a martingale. */
    @Test
    void onAverageNothingIsWonWhenTheClaimIsTrue() {
        for (double drop : new double[] {0, 0.02, -0.03}) {
            PairedOutcomes before = new PairedOutcomes(50, 7, 5, 40);
            double gained = 0.04;
            double lost = gained + drop;
            double lostNext = Math.exp(Betting.worse(new PairedOutcomes(50, 8, 5, 40), drop));
            double gainedNext = Math.exp(Betting.worse(new PairedOutcomes(50, 7, 6, 40), drop));
            double sameNext = Math.exp(Betting.worse(new PairedOutcomes(51, 7, 5, 40), drop));
            double expected = lost * lostNext + gained * gainedNext + (1 - lost - gained) * sameNext;
            assertThat(expected).isCloseTo(Math.exp(Betting.worse(before, drop)), within(1e-12));
        }
    }

    @Test
    void lookingAfterEachItemKeepsTheLevel() {
        Random random = new Random(12);
        int alarms = 0;
        for (int repeat = 0; repeat < 1000; repeat++) {
            alarms += alarm(random, 300, 0.06, 0.06) ? 1 : 0;
        }
        assertThat(alarms / 1000.0).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aRealDropIsFoundBeforeTheEnd() {
        Random random = new Random(13);
        int alarms = 0;
        for (int repeat = 0; repeat < 100; repeat++) {
            alarms += alarm(random, 600, 0.11, 0.03) ? 1 : 0;
        }
        assertThat(alarms).isGreaterThan(90);
    }

    private static boolean alarm(Random random, int items, double lostShare, double gainedShare) {
        int lost = 0;
        int gained = 0;
        for (int n = 1; n <= items; n++) {
            double x = random.nextDouble();
            lost += x < lostShare ? 1 : 0;
            gained += x >= lostShare && x < lostShare + gainedShare ? 1 : 0;
            if (Betting.worse(new PairedOutcomes(0, lost, gained, n - lost - gained), 0) >= DECISIVE) {
                return true;
            }
        }
        return false;
    }

    @Test
    void boundsAreWhereTheEvidenceDecidesAndWiderThanThoseOfOneLook() {
        PairedOutcomes outcomes = new PairedOutcomes(700, 40, 25, 235);
        double upper = Betting.upperBound(outcomes, 0.95);
        double lower = Betting.lowerBound(outcomes, 0.95);
        assertThat(Betting.notWorse(outcomes, upper)).isCloseTo(DECISIVE, within(1e-4));
        assertThat(Betting.worse(outcomes, lower)).isCloseTo(DECISIVE, within(1e-4));
        assertThat(upper).isGreaterThan(MarginTest.upperBound(outcomes, 0.95)).isLessThan(0.05);
        assertThat(lower).isLessThan(MarginTest.lowerBound(outcomes, 0.95));
    }
}
