package dev.touchstone.metrics.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {

    @Test
    void theBrierScoreOfTwoClassesIsTwiceTheBinaryOne() {
        double[] one = {0.9, 0.2, 0.5};
        double[][] both = {{0.1, 0.9}, {0.8, 0.2}, {0.5, 0.5}};
        assertThat(Brier.multiclass(new int[] {1, 0, 1}, both).value())
                .isCloseTo(
                        2 * Brier.binary(new boolean[] {true, false, true}, one).value(), within(1e-15));
    }

    @Test
    void aRightAnswerWithProbabilityZeroHasAnInfiniteLogLoss() {
        assertThat(LogLoss.of(0.5, 0, 1))
                .isEqualTo(Estimate.undefined(
                        3, "item 1 of 3 has probability 0 for what is right: the log loss is infinite"));
        assertThat(LogLoss.of()).isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> LogLoss.of(0.5, 1.5)).hasMessage("probability 1 of 2 is 1.5; it must be from 0 to 1");
        assertThatThrownBy(() -> Brier.multiclass(new int[] {0}, new double[][] {{0.5, 0.25}}))
                .hasMessage("the probabilities of row 0 of 1 sum to 0.75; they must sum to 1: divide each by the sum");
        assertThatThrownBy(() -> Calibration.bins(new double[1], new boolean[1], 0))
                .hasMessage("bins is 0; there must be at least 1, and 15 is usual");
    }

    @Test
    void binsAreOpenBelowAndClosedAbove() {
        double[] confidence = {0, 0.1, 0.2, 0.3, 0.30000000000000004, 0.6, 0.7, 1};
        List<ReliabilityBin> bins = Calibration.bins(confidence, new boolean[8], 10);
        assertThat(bins).extracting(ReliabilityBin::n).containsExactly(2, 1, 1, 1, 0, 1, 1, 0, 0, 1);
        assertThat(bins.get(4)).isEqualTo(new ReliabilityBin(0.4, 0.5, 0, null, null));
        assertThat(bins.get(9)).isEqualTo(new ReliabilityBin(0.9, 1, 1, 1.0, 0.0));
    }

    @Test
    void theIntervalOfACalibratedModelReachesDownToItsErrorOfZero() {
        int reached = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] confidence = random.doubles(300).map(x -> 0.25 + 0.75 * x).toArray();
            boolean[] right = new boolean[300];
            for (int i = 0; i < 300; i++) {
                right[i] = random.nextDouble() < confidence[i];
            }
            Estimate error = Calibration.expectedError(confidence, right, 15, new Bootstrap(1, 500));
            assertThat(error.value()).isBetween(0.01, 0.15);
            assertThat(error.interval95().high())
                    .isGreaterThan(error.interval95().low());
            reached += error.interval95().low() < 0.02 ? 1 : 0;
        }
        assertThat(reached).isGreaterThan(30);
    }

    @Test
    void calibrationOfNothingIsUndefined() {
        assertThat(Calibration.expectedError(new double[0], new boolean[0], 15, Bootstrap.seeded(1)))
                .isEqualTo(Estimate.undefined(0, "no item was evaluated"));
        assertThat(Calibration.bins(new double[0], new boolean[0], 2)).hasSize(2);
    }
}
