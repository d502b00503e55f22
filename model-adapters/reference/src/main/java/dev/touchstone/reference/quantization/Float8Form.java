package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * Weights as 8-bit floats with an fp32 scale for each channel, absmax / largest, and inputs likewise with a scale for each token. Sums of the
 * unscaled products are fp32, in order; they are scaled at the end. A channel of zeros has scale 1.
 *
 * @param type E4M3 or E5M2
 */
record Float8Form(Float8 type) implements WeightForm {

    private static final double BITS = 8;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        HeldPanel[] panels = new HeldPanel[Panels.count(tensor.rows())];
        PanelRows.forEach(tensor, workers, (index, rows, count) -> {
            Finite.require(tensor.name(), rows);
            panels[index] = panel(rows, count, tensor.columns());
        });
        return List.of(panels);
    }

    @Override
    public InputForm inputs() {
        return new Float8Input(type);
    }

    @Override
    public double nominalBits() {
        return BITS;
    }

    static float scale(Float8 type, float[] x, int from, int length) {
        float absmax = 0;
        for (int i = from; i < from + length; i++) {
            absmax = Math.max(absmax, Math.abs(x[i]));
        }
        float scale = absmax / type.largest();
        return scale == 0 ? 1 : scale;
    }

    private HeldPanel panel(float[] rows, int count, int depth) {
        byte[] bits = new byte[Math.multiplyExact(depth, Panels.WIDTH)];
        float[] scales = new float[Panels.WIDTH];
        for (int output = 0; output < count; output++) {
            scales[output] = scale(type, rows, output * depth, depth);
            for (int k = 0; k < depth; k++) {
                bits[k * Panels.WIDTH + output] = type.toBits(rows[output * depth + k] / scales[output]);
            }
        }
        return new Float8Panel(type, bits, scales, depth);
    }

    /** Inputs of one token as 8-bit floats. */
    private record Float8Input(Float8 type) implements InputForm {

        @Override
        public float quantize(Rows x, int length, Rows codes, Kernels kernels) {
            float scale = scale(type, x.data(), x.offset(), length);
            for (int i = 0; i < length; i++) {
                codes.data()[codes.offset() + i] = type.round(x.data()[x.offset() + i] / scale);
            }
            return scale;
        }

        /** Sums of floats are rounded anyway: they are one chain. */
        @Override
        public int exactTerms() {
            return Integer.MAX_VALUE;
        }
    }

    /** [depth, outputs] in 8 bits each. */
    private record Float8Panel(Float8 type, byte[] bits, float[] scales, int depth) implements HeldPanel {

        @Override
        public Panels factors(Kernels kernels, float[] scratch) {
            kernels.widen(bits, type, scratch);
            return new Panels(scratch, 0, depth * Panels.WIDTH, 1, depth);
        }

        @Override
        public void read(int output, float[] into, int at) {
            for (int k = 0; k < depth; k++) {
                into[at + k] = type.toFloat(bits[k * Panels.WIDTH + output]) * scales[output];
            }
        }

        @Override
        public long bytes() {
            return bits.length + (long) Float.BYTES * scales.length;
        }
    }
}
