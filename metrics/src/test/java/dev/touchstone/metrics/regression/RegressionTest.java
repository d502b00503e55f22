package dev.touchstone.metrics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 1000);
    private static final double[] GOLD = {1, 2, 3, 4, 5, 6};
    private static final double[] PREDICTED = {1, 3, 2, 4, 7, 5};

    @Test
    void predictingTheMeanExplainsNothingAndTheTruthAll() {
        double[] mean = {3.5, 3.5, 3.5, 3.5, 3.5, 3.5};
        assertThat(RSquared.of(GOLD, mean, BOOTSTRAP).value()).isZero();
        assertThat(RSquared.of(GOLD, GOLD, BOOTSTRAP).value()).isEqualTo(1);
    }

    @Test
    void equalGoldNumbersLeaveNothingToExplain() {
        assertThat(RSquared.of(new double[] {0.1, 0.1, 0.1}, new double[3], BOOTSTRAP))
                .isEqualTo(Estimate.undefined(3, "R2 is undefined: all gold numbers are equal"));
        assertThat(RSquared.of(new double[0], new double[0], BOOTSTRAP))
                .isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void theRootHasTheStandardErrorOfTheDeltaMethod() {
        Estimate squared = RegressionError.meanSquared(GOLD, PREDICTED);
        Estimate root = RegressionError.rootMeanSquared(GOLD, PREDICTED);
        assertThat(root.standardError()).isEqualTo(squared.standardError() / (2 * root.value()));
        assertThat(root.interval95().high())
                .isEqualTo(Math.sqrt(squared.interval95().high()));
        assertThat(RegressionError.meanAbsolute(GOLD, PREDICTED)).isEqualTo(Mean.of(0, 1, 1, 0, 2, 1));
        assertThat(RegressionError.rootMeanSquared(GOLD, GOLD).undefined())
                .isEqualTo("the standard error and the interval are undefined: every prediction is exact");
    }

    @Test
    void rankCorrelationsDoNotSeeAMonotonicChange() {
        double[] stretched = Arrays.stream(PREDICTED).map(Math::exp).toArray();
        assertThat(Correlation.spearman(GOLD, stretched)).isEqualTo(Correlation.spearman(GOLD, PREDICTED));
        assertThat(Correlation.kendall(GOLD, stretched)).isEqualTo(Correlation.kendall(GOLD, PREDICTED));
    }

    @Test
    void correlationsAreSymmetricAndChangeSignWithOneSide() {
        double[] negated = Arrays.stream(PREDICTED).map(x -> -x).toArray();
        assertThat(Correlation.kendall(PREDICTED, GOLD)).isEqualTo(Correlation.kendall(GOLD, PREDICTED));
        assertThat(Correlation.kendall(GOLD, negated).value())
                .isEqualTo(-Correlation.kendall(GOLD, PREDICTED).value());
        assertThat(Correlation.spearman(GOLD, negated).interval95().low())
                .isCloseTo(-Correlation.spearman(GOLD, PREDICTED).interval95().high(), within(1e-15));
    }

    @Test
    void spearmansIntervalHasTheCorrectionOfBonettAndWright() {
        Estimate estimate = Correlation.spearman(GOLD, PREDICTED);
        double r = estimate.value();
        double error = Math.sqrt((1 + r * r / 2) / 3);
        double z = Math.log((1 + r) / (1 - r)) / 2;
        assertThat(estimate.interval95().low()).isCloseTo(Math.tanh(z - 1.959963984540054 * error), within(1e-14));
        assertThat(estimate.standardError()).isCloseTo(error * (1 - r * r), within(1e-14));
    }

    @Test
    void ninetyFivePercentOfTheIntervalsHoldTheTruth() {
        int[] held = new int[2];
        Random random = new Random(21);
        for (int repeat = 0; repeat < 1000; repeat++) {
            double[] x = new double[40];
            double[] y = new double[40];
            for (int i = 0; i < 40; i++) {
                x[i] = random.nextGaussian();
                y[i] = 0.6 * x[i] + 0.8 * random.nextGaussian();
            }
            held[0] += holds(Correlation.pearson(x, y), 0.6);
            // of a normal distribution with correlation 0.6 (Kendall, Stuart): 2 / pi asin(r)
            held[1] += holds(Correlation.kendall(x, y), 2 / Math.PI * Math.asin(0.6));
        }
        assertThat(held[0]).isBetween(930, 970);
        assertThat(held[1]).isBetween(930, 980);
    }

    @Test
    void whatHasNoSpreadOrTooFewItemsSaysSo() {
        assertThat(Correlation.pearson(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}))
                .isEqualTo(Estimate.undefined(3, "the correlation is undefined: all x are equal"));
        assertThat(Correlation.spearman(new double[] {1}, new double[] {1}).undefined())
                .isEqualTo("the correlation is undefined: one item has no spread");
        assertThat(Correlation.kendall(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 3})
                        .undefined())
                .isEqualTo("the standard error and the interval are undefined: they need at least 5 items");
        assertThat(Correlation.kendall(GOLD, GOLD).undefined())
                .isEqualTo("the standard error and the interval are undefined: the agreement is perfect");
        assertThatThrownBy(() -> Correlation.pearson(GOLD, new double[5]))
                .hasMessage("x has 6 entries and y has 5; both must have one entry for each item, in the same order");
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.interval95().low() <= truth
                        && truth <= estimate.interval95().high()
                ? 1
                : 0;
    }
}
