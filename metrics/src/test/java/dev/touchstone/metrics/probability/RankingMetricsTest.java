package dev.touchstone.metrics.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

    private static final boolean[] POSITIVE = {true, false, true, false, true, false};
    private static final double[] SCORES = {0.9, 0.8, 0.7, 0.3, 0.3, -0.0};

    @Test
    void negatedScoresAndSwappedClassesMirrorTheArea() {
        double area = RocAuc.of(POSITIVE, SCORES).value();
        double[] negated = Arrays.stream(SCORES).map(score -> -score).toArray();
        boolean[] swapped = {false, true, false, true, false, true};
        assertThat(RocAuc.of(POSITIVE, negated).value()).isCloseTo(1 - area, within(1e-15));
        assertThat(RocAuc.of(swapped, SCORES).value()).isCloseTo(1 - area, within(1e-15));
        assertThat(RocAuc.of(swapped, negated).standardError())
                .isCloseTo(RocAuc.of(POSITIVE, SCORES).standardError(), within(1e-15));
    }

    @Test
    void onlyTheOrderOfScoresCounts() {
        double[] stretched = Arrays.stream(SCORES)
                .map(score -> 100 * score * score * score + 7)
                .toArray();
        assertThat(RocAuc.of(POSITIVE, stretched)).isEqualTo(RocAuc.of(POSITIVE, SCORES));
    }

    @Test
    void equalScoresAreChance() {
        Estimate estimate = RocAuc.of(POSITIVE, new double[] {0.0, -0.0, 0, 0, -0.0, 0});
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.undefined())
                .isEqualTo(
                        "the standard error and the interval are undefined: these items are ordered without any spread");
    }

    @Test
    void aMissingClassIsUndefined() {
        assertThat(RocAuc.of(new boolean[2], new double[2]))
                .isEqualTo(Estimate.undefined(2, "ROC AUC is undefined: no item is positive"));
        assertThat(RocAuc.of(new boolean[] {true}, new double[1]).undefined())
                .isEqualTo("ROC AUC is undefined: no item is negative");
        assertThat(RocCurve.of(new boolean[2], new double[2])).isEmpty();
        assertThat(PrecisionRecallCurve.of(new boolean[2], new double[2])).isEmpty();
        assertThat(AveragePrecision.of(new boolean[2], new double[2], Bootstrap.seeded(1)))
                .isEqualTo(Estimate.undefined(2, "average precision is undefined: no item is positive"));
        assertThat(RocAuc.macro(new int[] {0, 1}, new double[][] {{1, 0, 0}, {0, 1, 0}}))
                .isEqualTo(Estimate.undefined(2, "ROC AUC is undefined: no item has gold label 2"));
        assertThat(RocAuc.macro(new int[0], new double[0][])).isEqualTo(Estimate.undefined(0, "no item was evaluated"));
    }

    @Test
    void onePositiveItemHasNoStandardError() {
        assertThat(RocAuc.of(new boolean[] {true, false, false}, new double[] {1, 0, 2}))
                .isEqualTo(new Estimate(
                        0.5,
                        null,
                        null,
                        3,
                        "the standard error and the interval are undefined: there is only one positive item"));
    }

    @Test
    void scoresThatAreNotNumbersAreRefused() {
        assertThatThrownBy(() -> RocAuc.of(new boolean[2], new double[] {0, Double.NaN}))
                .hasMessage("score 1 of 2 is NaN; count an item without a number as an error and leave it out");
    }

    @Test
    void theStandardErrorOfSeveralClassesAgreesWithTheBootstrap() {
        Random random = new Random(11);
        int n = 300;
        int[] gold = random.ints(n, 0, 4).map(label -> Math.min(label, 2)).toArray();
        double[][] scores = new double[n][3];
        for (int i = 0; i < n; i++) {
            for (int label = 0; label < 3; label++) {
                scores[i][label] = random.nextGaussian() + (label == gold[i] ? 0.8 : 0);
            }
        }
        for (boolean weighted : new boolean[] {false, true}) {
            Estimate ours = area(gold, scores, weighted);
            Estimate resampled = new Bootstrap(3, 2000)
                    .percentile(
                            ours.value(),
                            n,
                            drawn -> area(drawLabels(gold, drawn), drawScores(scores, drawn), weighted)
                                    .value());
            assertThat(ours.standardError())
                    .isCloseTo(resampled.standardError(), within(0.08 * resampled.standardError()));
            assertThat(ours.interval95().low())
                    .isCloseTo(resampled.interval95().low(), within(0.4 * resampled.standardError()));
        }
    }

    @Test
    void twoClassesAgainstEachOtherAreTheBinaryArea() {
        int[] gold = {1, 0, 1, 0, 1, 0};
        double[][] scores = new double[6][];
        Arrays.setAll(scores, i -> new double[] {-SCORES[i], SCORES[i]});
        Estimate binary = RocAuc.of(POSITIVE, SCORES);
        assertThat(RocAuc.macro(gold, scores).value()).isCloseTo(binary.value(), within(1e-15));
        // n - 1 of all items here, n - 1 of each class in DeLong's
        assertThat(RocAuc.macro(gold, scores).standardError())
                .isCloseTo(binary.standardError() * Math.sqrt(2.0 / 3 * 6 / 5), within(1e-15));
    }

    private static Estimate area(int[] gold, double[][] scores, boolean weighted) {
        return weighted ? RocAuc.weighted(gold, scores) : RocAuc.macro(gold, scores);
    }

    private static int[] drawLabels(int[] gold, int[] drawn) {
        return Arrays.stream(drawn).map(i -> gold[i]).toArray();
    }

    private static double[][] drawScores(double[][] scores, int[] drawn) {
        return Arrays.stream(drawn).mapToObj(i -> scores[i]).toArray(double[][]::new);
    }
}
