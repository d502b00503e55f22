package dev.touchstone.metrics.paired;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class MarginTestTest {

    /** The script finds the most likely share of gains by a root finder, where the class has a formula. */
    @Test
    void statisticAndPValuesEqualThoseFromTheLikelihood() throws IOException {
        for (GoldenRow row : GoldenRow.of("margin.csv", 200)) {
            double z = row.number();
            double[] p = row.numbers(2);
            double drop = row.number();
            PairedOutcomes outcomes = new PairedOutcomes(row.integer(), row.integer(), row.integer(), row.integer());
            assertThat(MarginTest.score(outcomes, drop, 0)).isCloseTo(z, within(1e-9 * Math.max(1, Math.abs(z))));
            assertThat(MarginTest.below(outcomes, drop)).isCloseTo(p[0], within(1e-9));
            assertThat(MarginTest.above(outcomes, drop)).isCloseTo(p[1], within(1e-9));
        }
    }

    /** Fagerland, Lydersen, Laake, "Statistical analysis of contingency tables", 2017, 8.6: difference -0.0621, 95 % interval -0.1240 to -0.0054. */
    @Test
    void withoutCorrectionTheIntervalIsTheOnePublishedForTango() {
        PairedOutcomes cavo = new PairedOutcomes(59, 6, 16, 80);
        assertThat(MarginTest.score(cavo, -0.1240, 0)).isCloseTo(1.959964, within(0.003));
        assertThat(MarginTest.score(cavo, -0.0054, 0)).isCloseTo(-1.959964, within(0.003));
    }

    @Test
    void atNoMarginTheStatisticIsMcNemars() {
        assertClose(MarginTest.score(new PairedOutcomes(500, 20, 5, 100), 0, 0), 15 / Math.sqrt(25));
    }

    @Test
    void boundsAreWhereThePValuesAreTheLevel() {
        PairedOutcomes outcomes = new PairedOutcomes(700, 40, 25, 235);
        double upper = MarginTest.upperBound(outcomes, 0.95);
        double lower = MarginTest.lowerBound(outcomes, 0.95);
        assertThat(upper).isBetween(0.015, 0.035);
        assertThat(lower).isBetween(-0.01, 0.015);
        assertThat(MarginTest.below(outcomes, upper)).isCloseTo(0.05, within(1e-6));
        assertThat(MarginTest.above(outcomes, lower)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void withoutItemsOrFlipsNothingIsShownThatIsNot() {
        PairedOutcomes none = new PairedOutcomes(0, 0, 0, 0);
        assertThat(MarginTest.below(none, 0.02)).isEqualTo(1);
        assertThat(MarginTest.above(none, 0.02)).isEqualTo(1);
        assertThat(MarginTest.score(new PairedOutcomes(5, 0, 0, 5), 0, 0)).isZero();
        assertThat(MarginTest.below(new PairedOutcomes(5, 0, 0, 5), 0.02)).isGreaterThan(0.3);
        assertThat(MarginTest.below(new PairedOutcomes(500, 0, 0, 500), 0.02)).isLessThan(1e-4);
        assertThatThrownBy(() -> MarginTest.below(none, 2))
                .hasMessage("the drop is 2.0; it must be between -1 and 1, such as 0.02 for 2 points");
    }

    /** The levels that the class promises, for every outcome of 100 items and many shares of gains. */
    @Test
    void falseVerdictsAreAsRareAsPromised() {
        for (double drop : new double[] {0.01, 0.02, 0.05, 0.1}) {
            for (double gained : new double[] {1e-5, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.4}) {
                assertThat(chance(100, gained, drop, o -> MarginTest.below(o, drop)))
                        .isLessThan(0.049);
                assertThat(chance(100, gained, drop, o -> MarginTest.above(o, drop)))
                        .isLessThan(0.055);
            }
        }
    }

    /** P(p at most 0.05) if that share of items is gained and the drop is real. */
    private static double chance(int n, double gained, double drop, ToDoubleFunction<PairedOutcomes> test) {
        double total = 0;
        for (int b = 0; b <= n; b++) {
            for (int c = 0; b + c <= n; c++) {
                if (test.applyAsDouble(new PairedOutcomes(0, b, c, n - b - c)) <= 0.05) {
                    total += Math.exp(logFactorial(n)
                            - logFactorial(b)
                            - logFactorial(c)
                            - logFactorial(n - b - c)
                            + b * Math.log(gained + drop)
                            + c * Math.log(gained)
                            + (n - b - c) * Math.log(1 - 2 * gained - drop));
                }
            }
        }
        return total;
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }
}
