package dev.touchstone.metrics;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void ratioAndTestsEqualStatsmodels() throws IOException {
        for (GoldenRow row : GoldenRow.of("ratio.csv", 60)) {
            double[] expected = row.numbers(6);
            double limit = row.number();
            int n = row.integer();
            Estimate ratio = Ratio.of(row.numbers(n), row.numbers(n));
            assertClose(ratio.value(), expected[0]);
            assertClose(ratio.standardError(), expected[1]);
            assertClose(ratio.interval95().low(), expected[2]);
            assertClose(ratio.interval95().high(), expected[3]);
            assertClose(Ratio.below(ratio, limit), expected[4]);
            assertClose(Ratio.above(ratio, limit), expected[5]);
        }
    }

    @Test
    void withoutSpreadTheRatioIsKnown() {
        Estimate one = Ratio.of(new double[] {3, 5}, new double[] {3, 5});
        assertThat(one.standardError()).isZero();
        assertThat(Ratio.below(one, 1)).isZero();
        assertThat(Ratio.above(one, 1)).isEqualTo(1);
        assertThat(Ratio.below(one, 0.9)).isEqualTo(1);
        assertThat(Ratio.above(one, 0.9)).isZero();
    }

    @Test
    void whatIsUndefinedSaysSoAndShowsNothing() {
        Estimate none = Ratio.of(new double[] {3, 5}, new double[2]);
        assertThat(none.undefined()).isEqualTo("the ratio is undefined: its denominator is 0.0");
        assertThat(Ratio.below(none, 1)).isEqualTo(1);
        assertThat(Ratio.above(Ratio.of(new double[] {3}, new double[] {2}), 1)).isEqualTo(1);
        assertThatThrownBy(() -> Ratio.of(new double[2], new double[3]))
                .hasMessage("numerators has 2 entries and denominators has 3; both must have one entry for each item, "
                        + "in the same order");
    }
}
