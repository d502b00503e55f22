package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void runsEachTaskOfEachRoundOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(7);
        try (Workers workers = new Workers(threads)) {
            for (int round = 0; round < 500; round++) {
                workers.run(7, (task, worker) -> {
                    assertThat(worker).isBetween(0, threads - 1);
                    runs.incrementAndGet(task);
                });
                assertThat(runs.get(round % 7)).isEqualTo(round + 1);
            }
        }
        assertThat(runs).hasToString("[500, 500, 500, 500, 500, 500, 500]");
    }

    @Test
    void runsNothingWhenThereAreNoTasks() {
        try (Workers workers = new Workers(2)) {
            workers.run(0, (task, worker) -> {
                throw new AssertionError("there is no task " + task);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void passesOnWhatATaskThrowsAndWorksOn(int threads) {
        try (Workers workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.run(9, (task, worker) -> {
                        if (task == 4) {
                            throw new IllegalStateException("task 4 is broken");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("task 4 is broken");
            AtomicIntegerArray runs = new AtomicIntegerArray(1);
            workers.run(20, (task, worker) -> runs.incrementAndGet(0));
            assertThat(runs.get(0)).isEqualTo(20);
        }
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new Workers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, but is 0");
    }
}
