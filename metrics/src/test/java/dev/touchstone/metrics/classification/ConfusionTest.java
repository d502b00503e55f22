package dev.touchstone.metrics.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfusionTest {

    private static final int[] GOLD = {0, 0, 0, 1, 1, 2};
    private static final int[] PREDICTED = {0, 1, Confusion.NO_ANSWER, 1, 0, 2};

    @Test
    void countsEachPairAndKeepsItemsWithoutAnAnswerApart() {
        Confusion confusion = Confusion.of(GOLD, PREDICTED, 3);
        assertThat(confusion.n()).isEqualTo(6);
        assertThat(confusion.count(0, 0)).isEqualTo(1);
        assertThat(confusion.count(0, 1)).isEqualTo(1);
        assertThat(confusion.count(0, Confusion.NO_ANSWER)).isEqualTo(1);
        assertThat(confusion.gold(0)).isEqualTo(3);
        assertThat(confusion.predicted(0)).isEqualTo(2);
        assertThat(confusion.answered()).isEqualTo(5);
        assertThat(confusion.correct()).isEqualTo(3);
    }

    @Test
    void imbalanceIsTheLargestOverTheSmallestLabel() {
        assertThat(Confusion.of(GOLD, PREDICTED, 3).imbalance()).isEqualTo(3);
        assertThat(Confusion.of(GOLD, PREDICTED, 3).isImbalanced()).isFalse();
        assertThat(Confusion.of(new int[] {0, 0, 0, 0, 1}, new int[5], 2).isImbalanced())
                .isFalse();
        assertThat(Confusion.of(new int[] {0, 0, 0, 0, 0, 1}, new int[6], 2).isImbalanced())
                .isTrue();
        assertThat(Confusion.of(GOLD, PREDICTED, 4).imbalance()).isInfinite();
        assertThat(Confusion.of(new int[0], new int[0], 2).isImbalanced()).isFalse();
    }

    @Test
    void labelsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Confusion.of(new int[] {0, 3}, new int[2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gold 1 of 2 is 3; the labels are 0 to 2");
        assertThatThrownBy(() -> Confusion.of(new int[2], new int[] {0, -2}, 3))
                .hasMessage("predicted 1 of 2 is -2; the labels are 0 to 2, and -1 for no answer");
        assertThatThrownBy(() -> Confusion.of(new int[2], new int[3], 3))
                .hasMessage("gold has 2 entries and predicted has 3; both must have one entry for each item,"
                        + " in the same order");
        assertThatThrownBy(() -> Confusion.of(new int[2], new int[2], 1))
                .hasMessage("labels is 1; there must be at least 2 to be confused");
        assertThatThrownBy(() -> Confusion.of(GOLD, PREDICTED, 3).gold(3)).hasMessage("label 3 is not one of 0 to 2");
    }
}
