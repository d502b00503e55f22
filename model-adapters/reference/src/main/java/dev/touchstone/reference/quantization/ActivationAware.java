package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.FloatPanels;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * AWQ (Lin et al. 2024, arXiv:2306.00978, equation 5): inputs are divided by mean|x|^a, at least 1e-4 as in the authors' code, with a of 0, 0.05 .. 1 for
 * the least squared error of the layers' outputs on some rows of the calibration text; of two as good the smaller.
 *
 * @param form how the weights are quantized afterwards
 */
record ActivationAware(WeightForm form) implements Calibration {

    private static final int STEPS = 20;
    private static final double LEAST = 1e-4;

    @Override
    public float[] factors(InputStatistics inputs, List<Tensor> layers, Tied tied, Team team) {
        double[] means = shared(inputs.means(), tied);
        float[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            float[] factors = factors(means, (double) step / STEPS);
            double error = 0;
            for (Tensor layer : layers) {
                error += error(layer, factors, inputs.samples(), team);
            }
            if (step == 0 || error < least) {
                least = error;
                best = factors;
            }
        }
        return best;
    }

    private static float[] factors(double[] means, double exponent) {
        float[] factors = new float[means.length];
        for (int i = 0; i < factors.length; i++) {
            // StrictMath is specified bit for bit (fdlibm), unlike Math.
            factors[i] = (float) Math.max(LEAST, StrictMath.pow(means[i], exponent));
        }
        return factors;
    }

    /** The mean of those that share a factor. */
    private static double[] shared(double[] means, Tied tied) {
        double[] shared = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            shared[tied.first(i)] += means[i] / tied.heads();
        }
        for (int i = 0; i < means.length; i++) {
            shared[i] = shared[tied.first(i)];
        }
        return shared;
    }

    /** The squares of the samples' products with what quantizing changes, summed. */
    private double error(Tensor layer, float[] factors, Rows samples, Team team) {
        int columns = layer.columns();
        PackedMatrix quantized = PackedMatrix.pack(List.of(ScaledTensor.columns(layer, factors)), form, team.workers());
        float[] changes = new float[Math.multiplyExact(layer.rows(), columns)];
        team.workers().run(layer.rows(), (row, worker) -> {
            float[] weights = new float[columns];
            layer.read(row, 1, weights, 0);
            quantized.read(row, changes, row * columns);
            for (int i = 0; i < columns; i++) {
                changes[row * columns + i] = changes[row * columns + i] / factors[i] - weights[i];
            }
        });
        PackedMatrix packed =
                PackedMatrix.pack(List.of(new ChangedTensor(layer, changes)), new FloatPanels(), team.workers());
        Rows y = Rows.allocate(samples.count(), packed.columns());
        new MatrixProduct(team.kernels(), team.workers()).multiply(samples, packed, y);
        double sum = 0;
        for (float each : y.data()) {
            sum += (double) each * each;
        }
        return sum;
    }

    @Override
    public WeightForm form(InputStatistics inputs) {
        return form;
    }
}
