package dev.touchstone.reference.kernel;

import dev.touchstone.reference.math.Rounding;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Products of activations with packed weights, shared among threads by outputs and rows, so that no sum is ever split. Weights that are not
 * held as fp32 are unpacked one panel at a time. Call it from one thread only.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class MatrixProduct {

    /** Rows of one task: with K = 576 they take 147 kB, a panel 74 kB, together well inside a second-level cache. */
    static final int ROWS_PER_TASK = 64;

    /** Tasks for each thread that are enough to keep all busy to the end. */
    private static final int FAIR_TASKS = 4;

    /** Multiply-adds of one task at least: some microseconds, so that handing out the task costs little. */
    private static final long TASK_SIZE = 1 << 17;

    private final Kernels kernels;
    private final Workers workers;
    private final HeldProduct[] products;
    private Rows quantized = Rows.allocate(0, 0);

    /** Products by these kernels on these threads, not rounded. */
    public MatrixProduct(Kernels kernels, Workers workers) {
        this(kernels, workers, Rounding.NONE);
    }

    /** Products by these kernels on these threads, each number of a result rounded. */
    public MatrixProduct(Kernels kernels, Workers workers, Rounding rounding) {
        this.kernels = kernels;
        this.workers = workers;
        this.products = new HeldProduct[workers.threads()];
        Arrays.setAll(products, worker -> new HeldProduct(kernels, rounding));
    }

    /**
     * Computes {@code y = x w}.
     *
     * @param x [rows, at least w.depth]
     * @param y [rows, at least w.columns]; as many rows as {@code x}
     */
    public void multiply(Rows x, PackedMatrix w, Rows y) {
        Rows inputs = w.inputs() == null ? x : quantize(x, w.depth(), w.inputs());
        int rowsPerTask = rowsPerTask(x.count(), w);
        int blocks = (x.count() + rowsPerTask - 1) / rowsPerTask;
        int size = panelsPerTask(Math.min(x.count(), rowsPerTask), w);
        int groups = (w.count() + size - 1) / size;
        workers.run(blocks * groups, (task, worker) -> {
            int row = task / groups * rowsPerTask;
            int rows = Math.min(rowsPerTask, x.count() - row);
            int panel = task % groups * size;
            Rows outputs = y.slice(row, rows).from(panel * Panels.WIDTH);
            products[worker].multiply(inputs.slice(row, rows), w, panel, Math.min(size, w.count() - panel), outputs);
        });
    }

    /** Codes [rows, depth] with the row's scale behind them, in memory that the next call uses again. */
    private Rows quantize(Rows x, int depth, InputForm form) {
        int columns = depth + 1;
        if (quantized.count() < x.count() || quantized.stride() < columns) {
            quantized = Rows.allocate(Math.max(quantized.count(), x.count()), Math.max(quantized.stride(), columns));
        }
        Rows codes = quantized.slice(0, x.count());
        workers.run(
                x.count(),
                (row, worker) -> codes.data()[codes.at(row) + depth] =
                        form.quantize(x.slice(row, 1), depth, codes.slice(row, 1), kernels));
        return codes;
    }

    /** All rows where panels have to be unpacked, so that each is unpacked once, if there are panels enough to share out. */
    private int rowsPerTask(int rows, PackedMatrix w) {
        boolean share = w.isUnpacked() || w.count() < FAIR_TASKS * workers.threads();
        return share ? ROWS_PER_TASK : Math.max(1, rows);
    }

    private int panelsPerTask(int rows, PackedMatrix w) {
        long worthwhile = TASK_SIZE / Math.max(1L, (long) rows * w.depth() * Panels.WIDTH);
        int fair = w.count() / (FAIR_TASKS * workers.threads());
        int size = (int) Math.max(1, Math.min(worthwhile, fair));
        // A single row is multiplied with two panels at a time.
        return size + size % 2;
    }
}
