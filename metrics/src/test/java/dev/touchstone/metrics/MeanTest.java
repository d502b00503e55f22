package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanTest {

    @Test
    void equalsScipy() throws IOException {
        List<double[]> rows = Golden.rows("mean.csv");
        assertThat(rows).hasSize(200);
        for (double[] row : rows) {
            Estimate estimate = Mean.of(Arrays.copyOfRange(row, 4, row.length));
            assertThat(estimate.value()).isCloseTo(row[0], within(1e-12 * Math.abs(row[0])));
            assertThat(estimate.standardError()).isCloseTo(row[1], within(1e-11 * row[1]));
            // The quantile of Student's t is found by iteration in both libraries.
            double tolerance = 1e-9 * (row[3] - row[2]) + 1e-12 * Math.abs(row[0]);
            assertThat(estimate.interval95().low()).isCloseTo(row[2], within(tolerance));
            assertThat(estimate.interval95().high()).isCloseTo(row[3], within(tolerance));
            assertThat(estimate.n()).isEqualTo(row.length - 4);
        }
    }

    @Test
    void aMeanOfZerosAndOnesHasTheStandardErrorOfTheAccuracy() {
        assertThat(Mean.of(1, 0, 0, 1, 1).standardError())
                .isCloseTo(Accuracy.of(3, 5).standardError(), within(1e-16));
    }

    @Test
    void noScoreIsUndefinedAndNotZero() {
        assertThat(Mean.of()).isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void oneScoreHasOnlyAValue() {
        assertThat(Mean.of(0.25))
                .isEqualTo(new Estimate(
                        0.25,
                        null,
                        null,
                        1,
                        "the standard error and the interval are undefined: one item has no spread"));
    }

    @Test
    void aScoreThatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> Mean.of(1, Double.NaN, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score 1 of 3 is NaN; count an item without a score as an error and leave it out");
        assertThatThrownBy(() -> Mean.of(Double.NEGATIVE_INFINITY))
                .hasMessageStartingWith("score 0 of 1 is -Infinity;");
    }
}
