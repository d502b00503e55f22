package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads a matrix in portions of as many rows as a panel has outputs. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PanelRows {

    private PanelRows() {}

    /** Reads all portions, each on one of the workers' threads. */
    public static void forEach(Tensor tensor, Workers workers, Step step) {
        workers.run(Panels.count(tensor.rows()), (panel, worker) -> {
            int row = panel * Panels.WIDTH;
            int count = Math.min(Panels.WIDTH, tensor.rows() - row);
            float[] rows = new float[count * tensor.columns()];
            tensor.read(row, count, rows, 0);
            step.run(panel, rows, count);
        });
    }

    /** What becomes of one portion. */
    @FunctionalInterface
    public interface Step {

        /**
         * Takes the rows.
         *
         * @param panel the panel's number
         * @param rows [count, columns], to keep
         * @param count number of rows, at most {@link Panels#WIDTH}
         */
        void run(int panel, float[] rows, int count);
    }
}
