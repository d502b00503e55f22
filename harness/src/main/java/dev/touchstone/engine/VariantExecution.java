package dev.touchstone.engine;

import dev.touchstone.run.VariantRun;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A variant's run, and how many of its subjects are still to come: the check that all items were evaluated waits for them. */
final class VariantExecution {

    private final VariantRun run;
    private final AtomicInteger openSubjects;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    VariantExecution(VariantRun run, int subjects) {
        this.run = run;
        this.openSubjects = new AtomicInteger(subjects);
        if (subjects == 0) {
            done.complete(null);
        }
    }

    VariantRun run() {
        return run;
    }

    /** A subject has ended, in whatever way. */
    void subjectEnded() {
        if (openSubjects.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    /** Waits for all subjects. In a fork-join pool another worker takes this one's place meanwhile. */
    void awaitSubjects() {
        done.join();
    }
}
