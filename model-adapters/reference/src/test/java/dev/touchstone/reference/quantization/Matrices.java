package dev.touchstone.reference.quantization;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.KernelChoice;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.SplitMix64;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Matrices for tests, and what a precision makes of them. */
final class Matrices {

    private Matrices() {}

    /** Nearly N(0, 1): sums of twelve uniform numbers of 16 bits, less 6. The same numbers as in quantization_golden.py. */
    static float[] normal(long seed, int count) {
        SplitMix64 random = new SplitMix64(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            long sum = -6 * 65536;
            for (int word = 0; word < 3; word++) {
                long bits = random.nextLong();
                sum += (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
            }
            numbers[i] = (float) (sum / 65536.0);
        }
        return numbers;
    }

    /** Uniform from -1 to 1. */
    static float[] uniform(long seed, int count) {
        SplitMix64 random = new SplitMix64(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (2 * random.nextDouble() - 1);
        }
        return numbers;
    }

    /** Of quantization_golden.py: an outlier, a row of zeros, a tiny row, a positive row, a row of few values. */
    static MemoryTensor awkward(int rows, int columns) {
        float[] w = normal(11, rows * columns);
        w[columns + 700] = 1e4f;
        for (int i = 0; i < columns; i++) {
            w[2 * columns + i] = 0;
            w[3 * columns + i] *= 0x1p-20f;
            w[4 * columns + i] = Math.abs(w[4 * columns + i]);
            w[5 * columns + i] = (float) Math.rint(w[5 * columns + i] * 2) / 2;
        }
        return new MemoryTensor("awkward", rows, columns, w);
    }

    /** The sum of the squares of some numbers. */
    static double squares(float[] numbers, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (double) numbers[i] * numbers[i];
        }
        return sum;
    }

    static PackedMatrix pack(String precision, Tensor tensor) {
        try (Workers workers = new Workers(2)) {
            return PackedMatrix.pack(List.of(tensor), Precision.of(precision).weights(), workers);
        }
    }

    /** All weights [rows, columns] that are held, as fp32. */
    static float[] weights(String precision, Tensor tensor) {
        PackedMatrix packed = pack(precision, tensor);
        float[] weights = new float[tensor.rows() * tensor.columns()];
        for (int row = 0; row < tensor.rows(); row++) {
            packed.read(row, weights, row * tensor.columns());
        }
        return weights;
    }

    /** Rows [tokens, columns] times the held weights [tokens, rows]. */
    static float[] product(PackedMatrix packed, int outputs, float[] x, Simd simd, int threads) {
        int tokens = x.length / packed.depth();
        Rows y = Rows.allocate(tokens, packed.columns());
        Arrays.fill(y.data(), Float.NaN);
        try (Workers workers = new Workers(threads)) {
            new MatrixProduct(KernelChoice.of(simd), workers)
                    .multiply(new Rows(x, 0, packed.depth(), tokens), packed, y);
        }
        float[] product = new float[tokens * outputs];
        for (int token = 0; token < tokens; token++) {
            System.arraycopy(y.data(), y.at(token), product, token * outputs, outputs);
        }
        return product;
    }
}
