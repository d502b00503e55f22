package dev.touchstone.reference.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team of threads that shares out numbered tasks; the calling thread works too. Made for many short rounds (some hundred a token),
 * which is why helpers spin a little before they sleep. One round at a time; call {@link #run} from one thread only.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Workers implements AutoCloseable {

    /** Looks for new work before a helper sleeps: about 50 microseconds, longer than the gap between two rounds of one token. */
    private static final int SPINS = 2_000;

    private final Thread[] helpers;
    private volatile @Nullable Round current;
    private volatile boolean closed;

    /** @param threads threads that work, the caller's included; at least 1 */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> help(worker), "touchstone-worker-" + worker);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Number of threads that work, the caller's included. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1}, each once, in any order, and returns when all are done. What the tasks wrote is then visible to
     * the caller.
     *
     * @throws RuntimeException the first exception or error that a task threw; the other tasks have run nevertheless
     */
    public void run(int tasks, Task task) {
        Round round = new Round(tasks, task);
        if (tasks > 1 && helpers.length > 0) {
            current = round;
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
        round.work(0);
        round.await();
    }

    private void help(int worker) {
        Round last = null;
        while (!closed) {
            Round next = awaitOther(last);
            if (next != null) {
                next.work(worker);
            }
            last = next;
        }
    }

    private @Nullable Round awaitOther(@Nullable Round last) {
        for (int spin = 0; spin < SPINS; spin++) {
            if (current != last) {
                return current;
            }
            Thread.onSpinWait();
        }
        LockSupport.park(this);
        return current;
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** One numbered piece of work. */
    @FunctionalInterface
    public interface Task {

        /**
         * Does the piece.
         *
         * @param index its number
         * @param worker the number of the thread that runs it, from 0 and below {@link Workers#threads}: an index for scratch memory
         */
        void run(int index, int worker);
    }

    /** The tasks of one call. */
    private static final class Round {

        private final int tasks;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Round(int tasks, Task task) {
            this.tasks = tasks;
            this.task = task;
        }

        void work(int worker) {
            for (int index = next.getAndIncrement(); index < tasks; index = next.getAndIncrement()) {
                try {
                    task.run(index, worker);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        void await() {
            for (int spin = 0; done.get() < tasks; spin++) {
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (RuntimeException) thrown;
            }
        }
    }
}
