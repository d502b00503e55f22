package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights of one or more linear layers with the same input, as fp32 {@link Panels}. Each layer's outputs start at a multiple of
 * {@link Panels#WIDTH} columns; padding columns are zero.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PackedMatrix {

    /** Floats of one array at most (16 MiB), unless a single panel is larger: far below the 2^31 elements that an array may have. */
    private static final int ARRAY_LIMIT = 1 << 22;

    private final int depth;
    private final int[] columns;
    private final Panels[] panels;

    private PackedMatrix(int depth, int[] columns) {
        this.depth = depth;
        this.columns = columns;
        this.panels = new Panels[columns[columns.length - 1] / Panels.WIDTH];
    }

    /**
     * Reads and packs weights; the work is shared among {@code workers}.
     *
     * @param parts weights [outputs, depth] of the layers, side by side in this order
     */
    public static PackedMatrix pack(List<Tensor> parts, Workers workers) {
        PackedMatrix matrix = new PackedMatrix(parts.get(0).columns(), firstColumns(parts));
        matrix.allocate();
        for (int part = 0; part < parts.size(); part++) {
            matrix.fill(parts.get(part), matrix.columns[part] / Panels.WIDTH, workers);
        }
        return matrix;
    }

    private static int[] firstColumns(List<Tensor> parts) {
        int[] columns = new int[parts.size() + 1];
        for (int part = 0; part < parts.size(); part++) {
            columns[part + 1] = columns[part] + Panels.padded(parts.get(part).rows());
        }
        return columns;
    }

    private void allocate() {
        int panelSize = Math.multiplyExact(depth, Panels.WIDTH);
        int perArray = Math.max(1, ARRAY_LIMIT / panelSize);
        for (int first = 0; first < panels.length; first += perArray) {
            int count = Math.min(perArray, panels.length - first);
            float[] data = new float[Math.multiplyExact(count, panelSize)];
            for (int i = 0; i < count; i++) {
                panels[first + i] = new Panels(data, i * panelSize, panelSize, 1, depth);
            }
        }
    }

    private void fill(Tensor tensor, int firstPanel, Workers workers) {
        workers.run(Panels.count(tensor.rows()), (panel, worker) -> {
            int row = panel * Panels.WIDTH;
            int count = Math.min(Panels.WIDTH, tensor.rows() - row);
            float[] rows = new float[count * depth];
            tensor.read(row, count, rows, 0);
            transpose(rows, count, panels[firstPanel + panel]);
        });
    }

    private static void transpose(float[] rows, int count, Panels panel) {
        for (int k = 0; k < panel.depth(); k++) {
            for (int n = 0; n < count; n++) {
                panel.data()[panel.offset() + k * Panels.WIDTH + n] = rows[n * panel.depth() + k];
            }
        }
    }

    /** Length of the inner dimension. */
    public int depth() {
        return depth;
    }

    /** Outputs of all layers, padding included: the columns that a product writes. */
    public int columns() {
        return columns[columns.length - 1];
    }

    /** First column of a layer's outputs; layers are numbered from 0 as they were packed. */
    public int firstColumn(int part) {
        return columns[part];
    }

    /** Number of panels. */
    int count() {
        return panels.length;
    }

    /** One panel. */
    Panels panel(int index) {
        return panels[index];
    }
}
