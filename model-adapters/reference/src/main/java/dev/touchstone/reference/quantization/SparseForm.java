package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights as fp32 of which most are 0: a bit for each weight says whether it is there, and those that are stand one after the other.
 *
 * @param pruning what becomes 0
 */
record SparseForm(Pruning pruning) implements WeightForm {

    /** fp32 and a bit, if no weight is 0. */
    private static final double MOST_BITS = 33;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        Tensor pruned = pruning.prune(tensor);
        HeldPanel[] panels = new HeldPanel[Panels.count(tensor.rows())];
        PanelRows.forEach(
                pruned, workers, (index, rows, count) -> panels[index] = panel(rows, count, tensor.columns()));
        return List.of(panels);
    }

    @Override
    public @Nullable InputForm inputs() {
        return null;
    }

    @Override
    public double nominalBits() {
        return MOST_BITS;
    }

    private static HeldPanel panel(float[] rows, int count, int depth) {
        int[] present = new int[depth];
        int total = 0;
        for (float weight : rows) {
            total += weight != 0 ? 1 : 0;
        }
        float[] weights = new float[total];
        int next = 0;
        for (int k = 0; k < depth; k++) {
            for (int output = 0; output < count; output++) {
                float weight = rows[output * depth + k];
                if (weight != 0) {
                    present[k] |= 1 << output;
                    weights[next++] = weight;
                }
            }
        }
        return new SparsePanel(present, weights);
    }

    /**
     * Weights other than 0.
     *
     * @param present [depth] a bit for each output
     * @param weights in the order of inner index, then output
     */
    private record SparsePanel(int[] present, float[] weights) implements HeldPanel {

        @Override
        public Panels factors(Kernels kernels, float[] scratch) {
            Arrays.fill(scratch, 0, present.length * Panels.WIDTH, 0f);
            int next = 0;
            for (int k = 0; k < present.length; k++) {
                for (int left = present[k]; left != 0; left &= left - 1) {
                    scratch[k * Panels.WIDTH + Integer.numberOfTrailingZeros(left)] = weights[next++];
                }
            }
            return new Panels(scratch, 0, present.length * Panels.WIDTH, 1, present.length);
        }

        @Override
        public float @Nullable [] scales() {
            return null;
        }

        @Override
        public void read(int output, float[] into, int at) {
            int before = 0;
            for (int k = 0; k < present.length; k++) {
                int lower = Integer.bitCount(present[k] & (1 << output) - 1);
                boolean there = (present[k] >>> output & 1) != 0;
                into[at + k] = there ? weights[before + lower] : 0;
                before += Integer.bitCount(present[k]);
            }
        }

        @Override
        public long bytes() {
            return (long) Integer.BYTES * present.length + (long) Float.BYTES * weights.length;
        }
    }
}
