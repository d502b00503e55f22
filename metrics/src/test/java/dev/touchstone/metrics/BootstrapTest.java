package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void theBootstrapOfAMeanAgreesWithItsFormula() {
        double[] scores = new Random(5).doubles(400).toArray();
        Estimate formula = Mean.of(scores);
        Estimate estimate = Bootstrap.seeded(6).percentile(formula.value(), 400, drawn -> mean(scores, drawn));
        assertThat(estimate.standardError()).isCloseTo(formula.standardError(), within(0.03 * formula.standardError()));
        double tolerance = 0.1 * formula.standardError();
        assertThat(estimate.interval95().low()).isCloseTo(formula.interval95().low(), within(tolerance));
        assertThat(estimate.interval95().high()).isCloseTo(formula.interval95().high(), within(tolerance));
    }

    @Test
    void theDrawnNumbersAreTheSameEverywhere() {
        RandomBits random = RandomBits.seeded(1234567);
        // the published test values of SplitMix64 for this seed,
        // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    @Test
    void boundedDrawsAreEven() {
        RandomBits random = RandomBits.seeded(0);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.below(7)]++;
        }
        // five standard deviations around 10,000
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 463);
    }

    @Test
    void theBasicIntervalMirrorsThePercentileInterval() {
        double[] scores = new Random(7).doubles(30).map(x -> x * x).toArray();
        double value = Mean.of(scores).value();
        Estimate percentile = new Bootstrap(1, 500).percentile(value, 30, drawn -> mean(scores, drawn));
        Estimate basic = new Bootstrap(1, 500).basic(value, 30, drawn -> mean(scores, drawn));
        assertThat(basic.interval95().low())
                .isEqualTo(2 * value - percentile.interval95().high());
        assertThat(basic.standardError()).isEqualTo(percentile.standardError());
    }

    @Test
    void aMetricThatIsUndefinedInManyResamplesHasNoInterval() {
        Estimate estimate = new Bootstrap(1, 1000)
                .percentile(0.5, 4, drawn -> Arrays.stream(drawn).anyMatch(i -> i == 0) ? drawn[0] : Double.NaN);
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.interval95()).isNull();
        assertThat(estimate.undefined())
                .matches(
                        "the standard error and the interval are undefined: \\d+ of 1000 resamples leave out a class or a"
                                + " spread that the metric needs");
    }

    @Test
    void oneItemHasNoSpread() {
        assertThat(Bootstrap.seeded(1).percentile(1, 1, drawn -> 1))
                .isEqualTo(new Estimate(
                        1.0,
                        null,
                        null,
                        1,
                        "the standard error and the interval are undefined: one item has no spread"));
    }

    @Test
    void tooFewResamplesAreRefused() {
        assertThatThrownBy(() -> new Bootstrap(1, 99))
                .hasMessage("replicates is 99; the ends of a 95 % interval need at least 100 resamples,"
                        + " and 10000 to be steady");
    }

    private static double mean(double[] scores, int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> scores[i]).sum() / drawn.length;
    }
}
