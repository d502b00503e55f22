package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GenerateRequestTest {

    @Test
    void refusesAnEmptyStopString() {
        assertRefused(
                () -> new GenerateRequest("a", List.of("x", ""), 1, Sampling.greedy()),
                "a stop string is empty, which would end every text at once; leave it out of [x, ]");
    }

    @Test
    void refusesANegativeNumberOfTokens() {
        assertRefused(
                () -> new GenerateRequest("a", List.of(), -1, Sampling.greedy()),
                "maxTokens must be at least 0, but is -1");
    }

    @Test
    void refusesSamplingOutOfRange() {
        assertRefused(() -> Sampling.of(-0.1, 1), "the temperature must be 0 (greedy) or positive, but is -0.1");
        assertRefused(() -> Sampling.of(Double.NaN, 1), "the temperature must be 0 (greedy) or positive, but is NaN");
        assertRefused(() -> new Sampling(1, -1, 1, 1), "topK must be at least 1, or 0 for no limit, but is -1");
        assertRefused(
                () -> new Sampling(1, 0, 0, 1), "topP must be above 0 and at most 1, where 1 is no limit, but is 0.0");
    }

    @Test
    void temperatureZeroIsGreedy() {
        assertThat(Sampling.greedy().isGreedy()).isTrue();
        assertThat(Sampling.of(0, 5).isGreedy()).isTrue();
        assertThat(Sampling.of(0.2, 5).isGreedy()).isFalse();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
