package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Estimate.Interval;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void equalsScipyAndStatsmodels() throws IOException {
        List<double[]> rows = Golden.rows("accuracy.csv");
        assertThat(rows).hasSize(300);
        for (double[] row : rows) {
            Estimate estimate = Accuracy.of((int) row[0], (int) row[1]);
            assertThat(estimate.value()).isEqualTo(row[2]);
            // numpy sums n squared deviations, which rounds; ours is one formula
            assertThat(estimate.standardError()).isCloseTo(row[3], within(1e-11 * row[3]));
            assertThat(estimate.interval95().low()).isCloseTo(row[4], within(1e-13));
            assertThat(estimate.interval95().high()).isCloseTo(row[5], within(1e-13));
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
