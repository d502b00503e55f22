package dev.touchstone.metrics;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.metrics.Estimate.Interval;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShareTestTest {

    @Test
    void intervalsEqualStatsmodelsAndTestsEqualScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("shares.csv", 200)) {
            double[] interval = row.numbers(2);
            double[] p = row.numbers(2);
            int successes = row.integer();
            int n = row.integer();
            Interval ours = ShareTest.clopperPearson(successes, n, row.number());
            assertClose(ours.low(), interval[0]);
            assertClose(ours.high(), interval[1]);
            double limit = row.number();
            assertClose(ShareTest.below(successes, n, limit), p[0]);
            assertClose(ShareTest.above(successes, n, limit), p[1]);
        }
    }

    @Test
    void theIntervalOfNothingSaysNothing() {
        assertThat(ShareTest.clopperPearson(0, 0, 0.95)).isEqualTo(new Interval(0, 1));
        assertThat(ShareTest.below(0, 0, 0.5)).isEqualTo(1);
        assertThat(ShareTest.above(0, 0, 0.5)).isEqualTo(1);
    }

    @Test
    void noSuccessAndOnlySuccessesHaveOneOpenEnd() {
        // 1 - 0.025^(1/10), the rule behind "three out of n"
        assertClose(ShareTest.clopperPearson(0, 10, 0.95).high(), 1 - Math.pow(0.025, 0.1));
        assertThat(ShareTest.clopperPearson(0, 10, 0.95).low()).isZero();
        assertThat(ShareTest.clopperPearson(10, 10, 0.95).high()).isEqualTo(1);
    }

    @Test
    void moreSuccessesThanItemsAreRefused() {
        assertThatThrownBy(() -> ShareTest.above(3, 2, 0.5))
                .hasMessage("successes is 3 of 2 items; it must be between 0 and the number of items");
    }
}
