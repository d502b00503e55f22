package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Weights as fp32. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FloatPanels implements WeightForm {

    /** Floats of one array at most (16 MiB), unless a single panel is larger: far below the 2^31 elements that an array may have. */
    private static final int ARRAY_LIMIT = 1 << 22;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        Panels[] panels = allocate(Panels.count(tensor.rows()), tensor.columns());
        PanelRows.forEach(tensor, workers, (panel, rows, count) -> transpose(rows, count, panels[panel]));
        return Stream.of(panels).<HeldPanel>map(FloatPanel::new).toList();
    }

    @Override
    public @Nullable InputForm inputs() {
        return null;
    }

    @Override
    public double nominalBits() {
        return Float.SIZE;
    }

    private static Panels[] allocate(int count, int depth) {
        Panels[] panels = new Panels[count];
        int panelSize = Math.multiplyExact(depth, Panels.WIDTH);
        int perArray = Math.max(1, ARRAY_LIMIT / panelSize);
        for (int first = 0; first < count; first += perArray) {
            int inArray = Math.min(perArray, count - first);
            float[] data = new float[Math.multiplyExact(inArray, panelSize)];
            for (int i = 0; i < inArray; i++) {
                panels[first + i] = new Panels(data, i * panelSize, panelSize, 1, depth);
            }
        }
        return panels;
    }

    private static void transpose(float[] rows, int count, Panels panel) {
        for (int k = 0; k < panel.depth(); k++) {
            for (int n = 0; n < count; n++) {
                panel.data()[panel.offset() + k * Panels.WIDTH + n] = rows[n * panel.depth() + k];
            }
        }
    }

    /** A panel that needs no unpacking. */
    private record FloatPanel(Panels weights) implements HeldPanel {

        @Override
        public Panels factors(Kernels kernels, float[] scratch) {
            return weights;
        }

        @Override
        public boolean isUnpacked() {
            return true;
        }

        @Override
        public float @Nullable [] scales() {
            return null;
        }

        @Override
        public void read(int output, float[] into, int at) {
            for (int k = 0; k < weights.depth(); k++) {
                into[at + k] = weights.data()[weights.at(output) + k * Panels.WIDTH];
            }
        }

        @Override
        public long bytes() {
            return (long) Float.BYTES * weights.depth() * Panels.WIDTH;
        }
    }
}
