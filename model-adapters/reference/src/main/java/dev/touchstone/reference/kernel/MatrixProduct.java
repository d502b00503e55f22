package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Products of activations with packed weights, shared among threads by outputs and rows, so that no sum is ever split. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MatrixProduct {

    /** Rows of one task: with K = 576 they take 147 kB, a panel 74 kB, together well inside a second-level cache. */
    private static final int ROWS_PER_TASK = 64;

    /** Multiply-adds of one task at least: some microseconds, so that handing out the task costs little. */
    private static final long TASK_SIZE = 1 << 17;

    private final Kernels kernels;
    private final Workers workers;

    /** Products by these kernels on these threads. */
    public MatrixProduct(Kernels kernels, Workers workers) {
        this.kernels = kernels;
        this.workers = workers;
    }

    /**
     * Computes {@code y = x w}.
     *
     * @param x [rows, at least w.depth]
     * @param y [rows, at least w.columns]; as many rows as {@code x}
     */
    public void multiply(Rows x, PackedMatrix w, Rows y) {
        int blocks = (x.count() + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
        int size = panelsPerTask(Math.min(x.count(), ROWS_PER_TASK), w);
        int groups = (w.count() + size - 1) / size;
        workers.run(blocks * groups, (task, worker) -> {
            int row = task / groups * ROWS_PER_TASK;
            int rows = Math.min(ROWS_PER_TASK, x.count() - row);
            int panel = task % groups * size;
            multiply(x.slice(row, rows), w, panel, Math.min(w.count(), panel + size), y.slice(row, rows));
        });
    }

    private int panelsPerTask(int rows, PackedMatrix w) {
        long worthwhile = TASK_SIZE / Math.max(1L, (long) rows * w.depth() * Panels.WIDTH);
        int fair = w.count() / (4 * workers.threads());
        return (int) Math.max(1, Math.min(worthwhile, fair));
    }

    private void multiply(Rows x, PackedMatrix w, int fromPanel, int toPanel, Rows y) {
        for (int panel = fromPanel; panel < toPanel; panel++) {
            kernels.multiply(x, w.panel(panel), y.from(panel * Panels.WIDTH));
        }
    }
}
