package dev.touchstone.metrics.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelMetricsTest {

    private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(1234);

    /** lm-evaluation-harness 0.4.13 on the same ten items: f1 0.7272727272727273, mcc 0.408248290463863. */
    private static final Confusion TEN =
            Confusion.of(new int[] {0, 1, 1, 0, 1, 0, 1, 0, 1, 1}, new int[] {0, 1, 0, 1, 1, 0, 1, 0, 0, 1}, 2);

    @Test
    void f1AndMccAreThoseOfLmEvaluationHarness() {
        assertThat(F1.of(TEN, 1, BOOTSTRAP).value()).isCloseTo(0.7272727272727273, within(1e-15));
        assertThat(Mcc.of(TEN, BOOTSTRAP).value()).isCloseTo(0.408248290463863, within(1e-15));
    }

    @Test
    void theStandardErrorIsCloseToTheOneOfLmEvaluationHarness() {
        // lm-evaluation-harness 0.4.13, 1000 resamples; a standard error from 1000 resamples moves by about 2 to 5 %
        assertThat(F1.of(TEN, 1, BOOTSTRAP).standardError()).isCloseTo(0.17231622705815314, within(0.02));
        assertThat(Mcc.of(TEN, BOOTSTRAP).standardError()).isCloseTo(0.29772084398698223, within(0.03));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Estimate estimate = F1.macro(TEN, BOOTSTRAP);
        assertThat(F1.macro(TEN, BOOTSTRAP)).isEqualTo(estimate);
        assertThat(F1.macro(TEN, Bootstrap.seeded(1235)).standardError()).isNotEqualTo(estimate.standardError());
    }

    @Test
    void theOrderOfItemsAndTheNamesOfLabelsChangeNothing() {
        int[] gold = new Random(1).ints(200, 0, 3).toArray();
        int[] predicted = new Random(2).ints(200, -1, 3).toArray();
        Confusion straight = Confusion.of(gold, predicted, 3);
        Confusion reversed = Confusion.of(reverse(gold), reverse(predicted), 3);
        assertThat(F1.macro(reversed, BOOTSTRAP)).isEqualTo(F1.macro(straight, BOOTSTRAP));
        assertThat(Mcc.of(reversed, BOOTSTRAP)).isEqualTo(Mcc.of(straight, BOOTSTRAP));
        Confusion renamed = Confusion.of(rename(gold), rename(predicted), 3);
        assertThat(F1.macro(renamed, BOOTSTRAP).value())
                .isCloseTo(F1.macro(straight, BOOTSTRAP).value(), within(1e-15));
        assertThat(Mcc.of(renamed, BOOTSTRAP).value())
                .isCloseTo(Mcc.of(straight, BOOTSTRAP).value(), within(1e-15));
    }

    @Test
    void swappingGoldAndAnswersSwapsPrecisionAndRecall() {
        int[] gold = new Random(3).ints(100, 0, 4).toArray();
        int[] predicted = new Random(4).ints(100, 0, 4).toArray();
        Confusion there = Confusion.of(gold, predicted, 4);
        Confusion back = Confusion.of(predicted, gold, 4);
        assertThat(Precision.of(there, 2)).isEqualTo(Recall.of(back, 2));
        assertThat(F1.macro(there, BOOTSTRAP).value())
                .isEqualTo(F1.macro(back, BOOTSTRAP).value());
    }

    @Test
    void precisionAndRecallOfALabelAreSharesWithWilsonIntervals() {
        assertThat(Precision.of(TEN, 1)).isEqualTo(Accuracy.of(4, 5));
        assertThat(Recall.of(TEN, 1)).isEqualTo(Accuracy.of(4, 6));
        assertThat(F1.micro(TEN, BOOTSTRAP)).isEqualTo(Accuracy.of(7, 10));
    }

    @Test
    void aLabelThatWasNeverAnsweredHasNoPrecisionButAnF1OfZero() {
        Confusion confusion = Confusion.of(new int[] {0, 1, 1, 0}, new int[] {0, 0, 0, 0}, 2);
        String because = "the precision of label 1 is undefined: label 1 was never answered";
        assertThat(Precision.of(confusion, 1)).isEqualTo(Estimate.undefined(0, because));
        assertThat(Precision.macro(confusion, BOOTSTRAP)).isEqualTo(Estimate.undefined(4, because));
        assertThat(F1.of(confusion, 1, BOOTSTRAP).value()).isZero();
    }

    @Test
    void aLabelThatNeverOccursHasNoRecallAndNoF1() {
        Confusion confusion = Confusion.of(new int[] {0, 1, 1, 0}, new int[] {0, 0, 1, 0}, 3);
        assertThat(Recall.of(confusion, 2).undefined())
                .isEqualTo("the recall of label 2 is undefined: label 2 is the gold label of no item");
        assertThat(F1.macro(confusion, BOOTSTRAP).undefined())
                .isEqualTo(
                        "the F1 of label 2 is undefined: label 2 is neither an answer nor the gold label of any item");
        assertThat(F1.weighted(confusion, BOOTSTRAP).value()).isNotNull();
    }

    @Test
    void mccWithAConstantIsUndefinedAndNotZero() {
        int[] mixed = {0, 1, 1};
        int[] ones = {1, 1, 1};
        int[] none = {Confusion.NO_ANSWER, Confusion.NO_ANSWER, Confusion.NO_ANSWER};
        assertThat(Mcc.of(Confusion.of(mixed, ones, 2), BOOTSTRAP))
                .isEqualTo(Estimate.undefined(3, "MCC is undefined: every answer is label 1"));
        assertThat(Mcc.of(Confusion.of(ones, mixed, 2), BOOTSTRAP))
                .isEqualTo(Estimate.undefined(3, "MCC is undefined: every item has gold label 1"));
        assertThat(Mcc.of(Confusion.of(mixed, none, 2), BOOTSTRAP))
                .isEqualTo(Estimate.undefined(3, "MCC is undefined: no item was answered"));
    }

    @Test
    void noItemIsUndefined() {
        Confusion empty = Confusion.of(new int[0], new int[0], 2);
        Estimate undefined = Estimate.undefined(0, "no item was evaluated");
        assertThat(F1.macro(empty, BOOTSTRAP)).isEqualTo(undefined);
        assertThat(F1.of(empty, 1, BOOTSTRAP)).isEqualTo(undefined);
        assertThat(F1.micro(empty, BOOTSTRAP)).isEqualTo(undefined);
        assertThat(Mcc.of(empty, BOOTSTRAP)).isEqualTo(undefined);
        assertThat(Recall.micro(empty)).isEqualTo(undefined);
        assertThat(Precision.weighted(empty, BOOTSTRAP)).isEqualTo(undefined);
        assertThat(Precision.micro(empty)).isEqualTo(Estimate.undefined(0, "no item was answered"));
    }

    @Test
    void aPerfectScoreHasAValueButNoBootstrap() {
        int[] labels = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2};
        assertThat(Mcc.of(Confusion.of(labels, labels, 3), BOOTSTRAP))
                .isEqualTo(
                        new Estimate(
                                1.0,
                                null,
                                null,
                                21,
                                "the standard error and the interval are undefined: every resample of these items has the same value"));
    }

    private static int[] reverse(int[] values) {
        int[] reversed = new int[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    private static int[] rename(int[] labels) {
        return Arrays.stream(labels)
                .map(label -> label < 0 ? label : (label + 1) % 3)
                .toArray();
    }
}
