package dev.touchstone.metrics;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Estimate.Interval;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void equalsStatsmodels() throws IOException {
        for (GoldenRow row : GoldenRow.of("accuracy.csv.gz", 1000)) {
            double[] golden = row.numbers(4);
            Estimate estimate = Accuracy.of(row.integer(), row.integer());
            assertClose(estimate.value(), golden[0]);
            assertClose(estimate.standardError(), golden[1]);
            assertClose(estimate.interval95().low(), golden[2]);
            assertClose(estimate.interval95().high(), golden[3]);
            assertThat(estimate.undefined()).isNull();
        }
    }

    @Test
    void allWrongAndAllRightHaveAnIntervalThatStaysInsideZeroAndOne() {
        assertThat(Accuracy.of(0, 10).interval95()).satisfies(interval -> {
            assertThat(interval.low()).isZero();
            assertThat(interval.high()).isBetween(0.27, 0.28);
        });
        assertThat(Accuracy.of(10, 10).interval95().high()).isEqualTo(1);
        assertThat(Accuracy.of(10, 10).standardError()).isZero();
    }

    @Test
    void noItemIsUndefinedAndNotZero() {
        Estimate estimate = Accuracy.of(0, 0);
        assertThat(estimate).isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void oneItemHasAValueAndAnIntervalButNoStandardError() {
        Estimate estimate = Accuracy.of(1, 1);
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.standardError()).isNull();
        assertThat(estimate.undefined()).isEqualTo("the standard error is undefined: one item has no spread");
        // statsmodels 0.15.0: proportion_confint(1, 1, method="wilson")
        assertThat(estimate.interval95().low()).isCloseTo(0.2065493143772374, within(1e-14));
        assertThat(estimate.interval95()).extracting(Interval::high).isEqualTo(1.0);
    }

    @Test
    void moreSuccessesThanItemsAreRefused() {
        assertThatThrownBy(() -> Accuracy.of(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("successes is 3 of 2 items; it must be between 0 and the number of items");
        assertThatThrownBy(() -> Accuracy.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
