package dev.touchstone.metrics;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static dev.touchstone.metrics.GoldenRow.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MeanTest {

    @Test
    void equalsScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("mean.csv.gz", 1000)) {
            double[] golden = row.numbers(4);
            double[] scores = row.rest();
            if (Double.isNaN(golden[0])) {
                assertRefused(() -> Mean.of(scores));
            } else {
                Estimate estimate = Mean.of(scores);
                assertClose(estimate.value(), golden[0]);
                assertClose(estimate.standardError(), golden[1]);
                assertClose(estimate.interval95().low(), golden[2]);
                assertClose(estimate.interval95().high(), golden[3]);
                assertThat(estimate.n()).isEqualTo(scores.length);
            }
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
