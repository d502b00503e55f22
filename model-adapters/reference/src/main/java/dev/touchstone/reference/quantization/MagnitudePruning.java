package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;

/**
 * The smallest |w| of a matrix become 0: {@code percent} of them, rounded down; of equally small ones the first in row-major order.
 *
 * @param percent from 1 to 99
 */
record MagnitudePruning(int percent) implements Pruning {

    @Override
    public Tensor prune(Tensor tensor) {
        float[] weights = new float[Math.multiplyExact(tensor.rows(), tensor.columns())];
        tensor.read(0, tensor.rows(), weights, 0);
        Finite.require(tensor.name(), weights);
        int zeros = (int) ((long) weights.length * percent / 100);
        if (zeros == 0) {
            return tensor;
        }
        float[] magnitudes = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            magnitudes[i] = Math.abs(weights[i]);
        }
        Arrays.sort(magnitudes);
        prune(weights, magnitudes[zeros - 1], equalOnes(magnitudes, zeros));
        return new ChangedTensor(tensor, weights);
    }

    /** How many of the weights that are as large as the largest pruned one are pruned. */
    private static int equalOnes(float[] sorted, int zeros) {
        int first = zeros - 1;
        while (first > 0 && sorted[first - 1] == sorted[zeros - 1]) {
            first--;
        }
        return zeros - first;
    }

    private static void prune(float[] weights, float largest, int equalOnes) {
        int left = equalOnes;
        for (int i = 0; i < weights.length; i++) {
            float magnitude = Math.abs(weights[i]);
            if (magnitude < largest || magnitude == largest && left-- > 0) {
                weights[i] = 0;
            }
        }
    }
}
