package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights as whole numbers with a scale for each group.
 *
 * @param rule how a group becomes whole numbers
 * @param bits 2, 4 or 8: room for one code
 * @param group weights of a group; 0 for a whole channel
 * @param inputs how inputs are quantized; then a group is a channel, and sums are scaled instead of weights
 */
record LinearForm(
        LinearRule rule, int bits, int group, @Nullable InputForm inputs) implements WeightForm {

    /** A group for each channel. */
    static LinearForm perChannel(LinearRule rule, int bits, @Nullable InputForm inputs) {
        return new LinearForm(rule, bits, 0, inputs);
    }

    /** Weights only, in groups. */
    static LinearForm grouped(LinearRule rule, int bits, int group) {
        return new LinearForm(rule, bits, group, null);
    }

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
    public double nominalBits() {
        int scaleBits = rule.symmetric() ? Float.SIZE : Float.SIZE + Byte.SIZE;
        return group == 0 ? bits : bits + (double) scaleBits / group;
    }

    private HeldPanel panel(float[] rows, int count, int depth) {
        LinearCodes panel = new LinearCodes(this, depth);
        for (int output = 0; output < Panels.WIDTH; output++) {
            if (output < count) {
                panel.quantize(rows, output * depth, output);
            } else {
                panel.pad(output);
            }
        }
        return panel.finished();
    }

    /** Weights of a group in rows of that length. */
    int groupOf(int depth) {
        return group == 0 ? Math.max(1, depth) : group;
    }

    /** Whether products are made of codes and scaled afterwards. */
    boolean scalesSums() {
        return inputs != null;
    }
}
