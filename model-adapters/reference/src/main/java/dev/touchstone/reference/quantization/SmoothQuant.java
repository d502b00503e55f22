package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * SmoothQuant (Xiao et al. 2023, arXiv:2211.10438, equation 4 with alpha 0.5): inputs are divided by max|x|^0.5 / max|w|^0.5, so that outliers of activations
 * become less at the weights' cost. An input or column of zeros stays as it is.
 */
final class SmoothQuant implements Calibration {

    @Override
    public float[] factors(InputStatistics inputs, List<Tensor> layers, Tied tied, Team team) {
        float[] weights = largest(layers, inputs.width());
        float[] x = shared(inputs.largest(), tied);
        float[] w = shared(weights, tied);
        float[] factors = new float[inputs.width()];
        for (int i = 0; i < factors.length; i++) {
            float factor = (float) (Math.sqrt(x[i]) / Math.sqrt(w[i]));
            factors[i] = x[i] > 0 && w[i] > 0 ? factor : 1;
        }
        return factors;
    }

    private static float[] largest(List<Tensor> layers, int width) {
        float[] largest = new float[width];
        float[] row = new float[width];
        for (Tensor layer : layers) {
            for (int output = 0; output < layer.rows(); output++) {
                layer.read(output, 1, row, 0);
                for (int i = 0; i < width; i++) {
                    largest[i] = Math.max(largest[i], Math.abs(row[i]));
                }
            }
        }
        return largest;
    }

    /** The largest of those that share a factor. */
    private static float[] shared(float[] values, Tied tied) {
        float[] largest = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            largest[tied.first(i)] = Math.max(largest[tied.first(i)], values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            largest[i] = largest[tied.first(i)];
        }
        return largest;
    }
}
