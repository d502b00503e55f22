package dev.touchstone.metrics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.ClusteredMean;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Mean;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedTestsTest {

    @Test
    void outcomesAreCountedInPairs() {
        boolean[] baseline = {true, true, true, false, false, false};
        boolean[] candidate = {true, false, false, true, false, false};
        assertThat(PairedOutcomes.of(baseline, candidate)).isEqualTo(new PairedOutcomes(1, 2, 1, 2));
        assertThatThrownBy(() -> new PairedOutcomes(1, -2, 0, 0))
                .hasMessage("the counts are 1 both right, -2 lost, 0 gained, 0 both wrong; none can be negative");
    }

    @Test
    void manyLostItemsSpeakForAWorseCandidate() {
        PairedTest test = McNemar.exact(new PairedOutcomes(500, 20, 5, 100));
        assertThat(test.worse()).isLessThan(0.01);
        assertThat(test.better()).isGreaterThan(0.99);
        assertThat(test.n()).isEqualTo(25);
        PairedTest mirrored = McNemar.exact(new PairedOutcomes(500, 5, 20, 100));
        assertThat(mirrored.better()).isEqualTo(test.worse());
        assertThat(mirrored.twoSided()).isEqualTo(test.twoSided());
    }

    @Test
    void withoutAFlipNothingSpeaksAgainstEquality() {
        assertThat(McNemar.exact(new PairedOutcomes(10, 0, 0, 10))).isEqualTo(PairedTest.of(1, 1, 1, 0));
        assertThat(SignFlip.test(new double[3], new double[3], 1)).isEqualTo(PairedTest.of(1, 1, 1, 0));
        Estimate difference = PairedDifference.ofAccuracies(new PairedOutcomes(10, 0, 0, 10));
        assertThat(difference.value()).isZero();
        assertThat(difference.interval95().high()).isPositive();
        assertThat(difference.interval95().low())
                .isCloseTo(-difference.interval95().high(), within(1e-15));
    }

    @Test
    void theDifferenceOfAccuraciesIsTheMeanOfTheItemsDifferences() {
        Estimate estimate = PairedDifference.ofAccuracies(new PairedOutcomes(1, 2, 1, 1));
        Estimate mean = Mean.of(0, -1, -1, 1, 0);
        assertThat(estimate.value()).isCloseTo(mean.value(), within(1e-15));
        assertThat(estimate.standardError()).isCloseTo(mean.standardError(), within(1e-15));
    }

    @Test
    void theDifferenceOfOneItemAndOfNoneSaysWhatIsUndefined() {
        assertThat(PairedDifference.ofAccuracies(new PairedOutcomes(0, 1, 0, 0)).undefined())
                .isEqualTo("the standard error is undefined: one item has no spread");
        assertThat(PairedDifference.ofAccuracies(new PairedOutcomes(0, 0, 0, 0)))
                .isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void theIntervalIsTheOneReportedByNewcombe() {
        // method 10 in Newcombe, Statistics in Medicine 17, 1998, printed with four digits
        assertInterval(new PairedOutcomes(36, 2, 12, 0), 0.0569, 0.3404);
        assertInterval(new PairedOutcomes(18, 2, 12, 18), 0.0562, 0.3290);
    }

    private static void assertInterval(PairedOutcomes outcomes, double low, double high) {
        Estimate.Interval interval = PairedDifference.ofAccuracies(outcomes).interval95();
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void ninetyFivePercentOfNewcombesIntervalsHoldTheTruth() {
        Random random = new Random(8);
        int held = 0;
        for (int repeat = 0; repeat < 2000; repeat++) {
            int[] cells = new int[4];
            for (int i = 0; i < 60; i++) {
                double x = random.nextDouble();
                cells[x < 0.6 ? 0 : x < 0.75 ? 1 : x < 0.8 ? 2 : 3]++;
            }
            Estimate.Interval interval = PairedDifference.ofAccuracies(
                            new PairedOutcomes(cells[0], cells[1], cells[2], cells[3]))
                    .interval95();
            held += interval.low() <= -0.1 && -0.1 <= interval.high() ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.94, 0.975);
    }

    @Test
    void theMeansOfPairsMayBeClustered() {
        double[] baseline = {1, 0, 1, 0};
        double[] candidate = {0, 0, 1, 1};
        assertThat(PairedDifference.ofMeans(baseline, candidate)).isEqualTo(Mean.of(-1, 0, 0, 1));
        int[] clusters = {1, 1, 2, 2};
        assertThat(PairedDifference.ofMeans(baseline, candidate, clusters))
                .isEqualTo(ClusteredMean.of(new double[] {-1, 0, 0, 1}, clusters));
    }

    @Test
    void equalDifferencesHaveNoTTestButAPermutationTest() {
        double[] zeros = new double[6];
        double[] ones = {1, 1, 1, 1, 1, 1};
        assertThat(PairedT.test(zeros, ones))
                .isEqualTo(PairedTest.undefined(6, "the t-test is undefined: all differences are equal"));
        assertThat(SignFlip.test(zeros, ones, 1).better()).isEqualTo(1.0 / 64);
        assertThat(PairedT.test(new double[1], new double[1]).undefined())
                .isEqualTo("the standard error and the interval are undefined: one item has no spread");
    }

    @Test
    void drawnSignsAgreeWithTheTTestAndTheSeedDecides() {
        Random random = new Random(9);
        double[] baseline = random.doubles(500).toArray();
        double[] candidate = baseline.clone();
        for (int i = 0; i < 500; i++) {
            candidate[i] += 0.1 * random.nextGaussian() - 0.008;
        }
        PairedTest drawn = SignFlip.test(baseline, candidate, 1);
        PairedTest student = PairedT.test(baseline, candidate);
        assertThat(drawn.worse()).isCloseTo(student.worse(), within(0.015));
        assertThat(drawn.twoSided()).isCloseTo(student.twoSided(), within(0.03));
        assertThat(SignFlip.test(baseline, candidate, 1)).isEqualTo(drawn);
        assertThat(SignFlip.test(baseline, candidate, 2)).isNotEqualTo(drawn);
    }

    /** One-sided with a margin: the scores are moved by it, so that the claim is again that the differences are as often above 0 as below. */
    @Test
    void aMarginIsTestedByMovingTheScores() {
        double[] baseline = {5, 6, 7, 8, 9, 10};
        double[] candidate = {3, 4, 5, 6, 7, 8};
        double[] moved = {4.5, 5.5, 6.5, 7.5, 8.5, 9.5};
        assertThat(SignFlip.test(baseline, candidate, 1).worse()).isEqualTo(1.0 / 64);
        assertThat(SignFlip.test(baseline, moved, 1).worse()).isEqualTo(1.0 / 64);
        double[] beyond = {6, 7, 8, 9, 10, 11};
        assertThat(SignFlip.test(baseline, beyond, 1).better()).isEqualTo(1.0 / 64);
    }
}
