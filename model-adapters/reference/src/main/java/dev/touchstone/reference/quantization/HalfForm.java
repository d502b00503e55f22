package dev.touchstone.reference.quantization;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights in 16 bits.
 *
 * @param type FP16 or BF16
 */
record HalfForm(Rounding type) implements WeightForm {

    private static final double BITS = 16;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        HeldPanel[] panels = new HeldPanel[Panels.count(tensor.rows())];
        PanelRows.forEach(tensor, workers, (index, rows, count) -> {
            requireRange(tensor.name(), rows);
            panels[index] = panel(rows, count, tensor.columns());
        });
        return List.of(panels);
    }

    @Override
    public @Nullable InputForm inputs() {
        return null;
    }

    @Override
    public double nominalBits() {
        return BITS;
    }

    /** A weight that becomes infinite would make every answer meaningless, and nobody would see why. */
    private void requireRange(String tensor, float[] weights) {
        for (float weight : weights) {
            if (Float.isFinite(weight) && Float.isInfinite(type.round(weight))) {
                throw new ModelException("the tensor '" + tensor + "' holds the weight " + weight + ", which overflows "
                        + (type == Rounding.FP16 ? "fp16" : "bf16") + " to infinity; pass -Dprecision=fp32");
            }
        }
    }

    private HeldPanel panel(float[] rows, int count, int depth) {
        short[] bits = new short[Math.multiplyExact(depth, Panels.WIDTH)];
        for (int k = 0; k < depth; k++) {
            for (int output = 0; output < count; output++) {
                bits[k * Panels.WIDTH + output] = type.toBits(rows[output * depth + k]);
            }
        }
        return new HalfPanel(type, bits, depth);
    }

    /** [depth, outputs] in 16 bits each. */
    private record HalfPanel(Rounding type, short[] bits, int depth) implements HeldPanel {

        @Override
        public Panels factors(Kernels kernels, float[] scratch) {
            kernels.widen(bits, type, scratch);
            return new Panels(scratch, 0, depth * Panels.WIDTH, 1, depth);
        }

        @Override
        public float @Nullable [] scales() {
            return null;
        }

        @Override
        public void read(int output, float[] into, int at) {
            for (int k = 0; k < depth; k++) {
                into[at + k] = type.toFloat(bits[k * Panels.WIDTH + output]);
            }
        }

        @Override
        public long bytes() {
            return (long) Short.BYTES * bits.length;
        }
    }
}
