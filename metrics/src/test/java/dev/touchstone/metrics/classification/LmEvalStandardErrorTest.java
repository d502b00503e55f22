package dev.touchstone.metrics.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.random.CpythonRandom;
import org.junit.jupiter.api.Test;

class LmEvalStandardErrorTest {

    private static final int[] GOLD = {0, 1, 1, 0, 1, 0, 1, 0, 1, 1};
    private static final int[] PREDICTED = {0, 1, 0, 1, 1, 0, 1, 0, 0, 1};

    @Test
    void equalsLmEvaluationHarness() {
        // lm-evaluation-harness 0.4.13, bootstrap_stderr(f1_score and matthews_corrcoef, the ten items, iters)
        assertThat(LmEvalStandardError.f1(GOLD, PREDICTED, 1000)).isCloseTo(0.17231622705815314, within(1e-14));
        assertThat(LmEvalStandardError.f1(GOLD, PREDICTED, 2500)).isCloseTo(0.1675425398073355, within(1e-14));
        assertThat(LmEvalStandardError.mcc(GOLD, PREDICTED, 1000)).isCloseTo(0.29772084398698223, within(1e-14));
    }

    @Test
    void drawsTheIndexesOfCpython() {
        // CPython 3.11: random.Random(0).choices(range(10), k=10)
        CpythonRandom random = new CpythonRandom(0);
        for (int index : new int[] {8, 7, 4, 2, 5, 4, 7, 3, 4, 5}) {
            assertThat(random.below(10)).isEqualTo(index);
        }
    }

    @Test
    void oneItemOrIterationIsRefused() {
        assertThatThrownBy(() -> LmEvalStandardError.f1(new int[1], new int[1], 100))
                .hasMessage("there are 100 iterations over 1 items; a standard error needs at least 2 of each");
    }
}
