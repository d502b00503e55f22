package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusMetricsTest {

    private static final String UNDEFINED = "the standard error and the interval are undefined: ";

    @Test
    void perplexitiesAreThoseOfLmEvaluationHarness() {
        // lm-evaluation-harness 0.4.13, wikitext, two pages with log-likelihood -100 each
        double[] logs = {-100, -100};
        int[] bytes = {120, 240};
        assertThat(Perplexity.of(logs, new int[] {26, 50}).value()).isCloseTo(13.895693157885754, within(1e-14));
        assertThat(Perplexity.of(logs, bytes).value()).isCloseTo(1.7429089986334578, within(1e-15));
        assertThat(Perplexity.bitsPerByte(logs, bytes).value()).isCloseTo(0.8014972449383131, within(1e-15));
    }

    @Test
    void aCorpusOfOneDocumentOrOfNothingSaysWhatIsUndefined() {
        assertThat(Perplexity.of(new double[] {0}, new int[] {5}))
                .isEqualTo(new Estimate(1.0, null, null, 1, UNDEFINED + "one document has no spread"));
        assertThat(Perplexity.of(new double[0], new int[0]))
                .isEqualTo(Estimate.undefined(0, "no word, byte or token was evaluated"));
        assertThat(Perplexity.bitsPerByte(new double[] {-1, Double.NEGATIVE_INFINITY}, new int[] {5, 5}))
                .isEqualTo(Estimate.undefined(2, "document 1 of 2 has probability 0: the perplexity is infinite"));
        assertThatThrownBy(() -> Perplexity.of(new double[] {1}, new int[] {5}))
                .hasMessage("document 0 of 1 has log-likelihood 1.0 and 5 units; a log-likelihood is at most 0"
                        + " and a count at least 0");
    }

    @Test
    void clustersOfOneItemGiveTheStandardErrorOfTheMean() {
        double[] scores = {1, 0, 0, 1, 0.5};
        Estimate estimate = ClusteredMean.of(scores, new int[] {5, 4, 3, 2, 1});
        assertThat(estimate.standardError()).isCloseTo(Mean.of(scores).standardError(), within(1e-16));
        assertThat(estimate.interval95().low())
                .isCloseTo(Mean.of(scores).interval95().low(), within(1e-15));
    }

    @Test
    void oneClusterHasNoSpread() {
        assertThat(ClusteredMean.of(new double[] {1, 0}, new int[] {7, 7}))
                .isEqualTo(new Estimate(0.5, null, null, 2, UNDEFINED + "one cluster has no spread"));
        assertThat(ClusteredMean.of(new double[0], new int[0]))
                .isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void equalDistributionsDoNotDiverge() {
        double[] log = {Math.log(0.25), Math.log(0.75), Double.NEGATIVE_INFINITY};
        assertThat(Divergence.kl(log, log)).isZero();
        assertThat(Divergence.jensenShannon(log, log)).isZero();
    }

    @Test
    void theDivergenceFromADistributionThatExcludesSomethingIsInfinite() {
        double[] fair = {Math.log(0.5), Math.log(0.5)};
        double[] sure = {0, Double.NEGATIVE_INFINITY};
        assertThat(Divergence.kl(fair, sure)).isInfinite();
        assertThat(Divergence.kl(sure, fair)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Divergence.jensenShannon(sure, new double[] {Double.NEGATIVE_INFINITY, 0}))
                .isCloseTo(Math.log(2), within(1e-15));
        assertThatThrownBy(() -> Divergence.kl(fair, new double[] {-1, -1}))
                .hasMessage("the probabilities of logQ sum to 0.7357588823428847; give natural log-probabilities over"
                        + " the whole vocabulary (log-softmax of the logits)");
    }

    @Test
    void aPercentileHasAnIntervalWhenTheSampleIsLargeEnough() {
        // scipy 1.17.1: quantile_test([1..100], p=0.5).confidence_interval(0.95) is (40, 61)
        Estimate median = Percentiles.of(
                        IntStream.rangeClosed(1, 100).asDoubleStream().toArray())
                .estimate(0.5);
        assertThat(median.value()).isEqualTo(50.5);
        assertThat(median.interval95()).isEqualTo(new Estimate.Interval(40, 61));
        Percentiles few = Percentiles.of(1, 2, 3);
        assertThat(few.estimate(0.99))
                .isEqualTo(new Estimate(
                        2.98,
                        null,
                        null,
                        3,
                        "the interval is undefined: 3 values don't reach 2.5 % beyond percentile 99.0"));
    }

    @Test
    void percentilesOfNothingAreUndefined() {
        assertThat(Percentiles.of().estimate(0.5)).isEqualTo(Estimate.undefined(0, "the sample is empty"));
        assertThatThrownBy(() -> Percentiles.of().at(0.5))
                .hasMessage("an empty sample has no percentiles; ask estimate(p), which says so");
        assertThatThrownBy(() -> Percentiles.of(1).at(99))
                .hasMessage("p is 99.0; it must be from 0 to 1, such as 0.99 for p99");
    }
}
