package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * Weights -1, 0 or 1 with one scale for a whole matrix, in 2 bits each: s = mean |w|, q = clamp(round(w / s), -1, 1) (BitNet b1.58, Ma et al. 2024,
 * arXiv:2402.17764, 2). The mean is taken in double over rows of double sums, then rounded to fp32. Inputs are 8-bit numbers.
 *
 * <p>BitNet trains with this rule; applied after training it loses much.
 */
final class TernaryForm implements WeightForm {

    private static final int BITS = 2;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        LinearRule rule = LinearRule.ternary(scale(tensor, workers));
        return LinearForm.perChannel(rule, BITS, inputs()).hold(tensor, workers);
    }

    @Override
    public InputForm inputs() {
        return LinearInput.SYMMETRIC;
    }

    @Override
    public double nominalBits() {
        return BITS;
    }

    private static float scale(Tensor tensor, Workers workers) {
        double[] sums = new double[tensor.rows()];
        PanelRows.forEach(tensor, workers, (index, rows, count) -> {
            Finite.require(tensor.name(), rows);
            for (int row = 0; row < count; row++) {
                sums[index * Panels.WIDTH + row] = sum(rows, row * tensor.columns(), tensor.columns());
            }
        });
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        float mean = (float) (total / ((double) tensor.rows() * tensor.columns()));
        return mean == 0 ? 1 : mean;
    }

    private static double sum(float[] rows, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += Math.abs(rows[i]);
        }
        return sum;
    }
}
