package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Estimate.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledTest {

    @Test
    void theStandardErrorIsTheOneOfLmEvaluationHarness() {
        // lm-evaluation-harness 0.4.13: pooled_sample_stderr([.05, .02, .03], [100, 400, 50])
        Estimate estimate =
                Pooled.of(List.of(subject(0.5, 0.05, 100), subject(0.2, 0.02, 400), subject(0.3, 0.03, 50)));
        assertThat(estimate.standardError()).isCloseTo(0.017372245520057967, within(1e-17));
        assertThat(estimate.n()).isEqualTo(550);
    }

    @Test
    void theValueWeighsEachSubjectByItsItems() {
        Estimate estimate = Pooled.of(List.of(Accuracy.of(1, 10), Accuracy.of(45, 90)));
        assertThat(estimate.value()).isCloseTo(0.46, within(1e-15));
    }

    @Test
    void theIntervalIsNormal() {
        Estimate estimate = Pooled.of(List.of(subject(0.5, 0.05, 100)));
        assertThat(estimate.standardError()).isCloseTo(0.05, within(1e-17));
        assertThat(estimate.interval95().low()).isCloseTo(0.5 - 1.959963984540054 * 0.05, within(1e-15));
        assertThat(estimate.interval95().high()).isCloseTo(0.5 + 1.959963984540054 * 0.05, within(1e-15));
    }

    @Test
    void aSubjectWithOneItemLeavesTheStandardErrorUndefined() {
        Estimate estimate = Pooled.of(List.of(Accuracy.of(1, 2), Accuracy.of(1, 1)));
        assertThat(estimate)
                .isEqualTo(
                        new Estimate(
                                2.0 / 3,
                                null,
                                null,
                                3,
                                "subject 2 of 2 has no standard error: the standard error is undefined: one item has no spread"));
    }

    @Test
    void aSubjectWithoutItemsLeavesTheGroupUndefined() {
        assertThat(Pooled.of(List.of(Accuracy.of(0, 0), Accuracy.of(1, 2))))
                .isEqualTo(Estimate.undefined(2, "subject 1 of 2 has no value: no item was evaluated"));
    }

    @Test
    void noSubjectIsUndefined() {
        assertThat(Pooled.of(List.of())).isEqualTo(Estimate.undefined(0, "no subject was evaluated"));
    }

    private static Estimate subject(double value, double standardError, int n) {
        return Estimate.of(value, standardError, new Interval(value, value), n);
    }
}
