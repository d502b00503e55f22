package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;

/**
 * Of each four weights that follow one another in a row the two with the largest |w| stay, of equally large ones the first; a shorter last group
 * keeps two, too.
 */
final class TwoOfFourPruning implements Pruning {

    private static final int GROUP = 4;
    private static final int KEPT = 2;

    @Override
    public Tensor prune(Tensor tensor) {
        float[] weights = new float[Math.multiplyExact(tensor.rows(), tensor.columns())];
        tensor.read(0, tensor.rows(), weights, 0);
        Finite.require(tensor.name(), weights);
        for (int row = 0; row < tensor.rows(); row++) {
            for (int column = 0; column < tensor.columns(); column += GROUP) {
                int length = Math.min(GROUP, tensor.columns() - column);
                prune(weights, row * tensor.columns() + column, length);
            }
        }
        return new ChangedTensor(tensor, weights);
    }

    private static void prune(float[] weights, int from, int length) {
        float[] group = Arrays.copyOfRange(weights, from, from + length);
        for (int i = 0; i < length; i++) {
            if (rank(group, i) >= KEPT) {
                weights[from + i] = 0;
            }
        }
    }

    /** How many come before it. */
    private static int rank(float[] group, int index) {
        int before = 0;
        for (int i = 0; i < group.length; i++) {
            float difference = Math.abs(group[i]) - Math.abs(group[index]);
            before += difference > 0 || difference == 0 && i < index ? 1 : 0;
        }
        return before;
    }
}
