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
 * Weights in groups, quantized column by column (GPTQ, algorithm 1, without its lazy batches, which change no result): a group's scale and zero point are
 * those of its weights when its first column's turn comes, and the error of each weight, over U(i, i), goes to the columns after it with U(i, j). In double,
 * but for the rule itself.
 *
 * @param form the rule, bits and group
 * @param spread of the inputs' calibration
 */
record GptqForm(LinearForm form, ErrorSpread spread) implements WeightForm {

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
    public @Nullable InputForm inputs() {
        return null;
    }

    @Override
    public double nominalBits() {
        return form.nominalBits();
    }

    private HeldPanel panel(float[] rows, int count, int depth) {
        LinearCodes codes = new LinearCodes(form, depth);
        double[] left = new double[rows.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = spread.dead()[i % depth] ? 0 : rows[i];
        }
        for (int column = 0; column < depth; column++) {
            for (int output = 0; output < count; output++) {
                if (column % form.group() == 0) {
                    codes.begin(group(left, output * depth, column, depth), column, output);
                }
                double held = codes.put((float) left[output * depth + column], column, output);
                spread(left, output * depth, column, held, depth);
            }
        }
        for (int output = count; output < Panels.WIDTH; output++) {
            codes.pad(output);
        }
        return codes.finished();
    }

    private float[] group(double[] left, int row, int column, int depth) {
        float[] group = new float[Math.min(form.group(), depth - column)];
        for (int i = 0; i < group.length; i++) {
            group[i] = (float) left[row + column + i];
        }
        return group;
    }

    private void spread(double[] left, int row, int column, double held, int depth) {
        double[] upper = spread.upper();
        int from = column * depth;
        double error = (left[row + column] - held) / upper[from + column];
        for (int j = column + 1; j < depth; j++) {
            left[row + j] -= error * upper[from + j];
        }
    }
}
