package dev.touchstone.training;

import dev.touchstone.training.data.Packed;
import dev.touchstone.training.data.Packing;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Packs batches in a thread of its own, a few ahead of the trainer. */
final class BatchQueue implements AutoCloseable {

    private static final int AHEAD = 3;

    private final BlockingQueue<Packed> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    BatchQueue(Packing packing) {
        thread = new Thread(() -> fill(packing), "batches");
        thread.setDaemon(true);
        thread.start();
    }

    private void fill(Packing packing) {
        try {
            while (true) {
                ready.put(packing.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** The next batch; fails as packing failed. */
    Packed take() throws InterruptedException {
        while (true) {
            Packed packed = ready.poll(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            if (packed != null) {
                return packed;
            }
            Throwable cause = failure;
            if (cause != null) {
                throw new IllegalStateException("no more batches: " + cause.getMessage(), cause);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
