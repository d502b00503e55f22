package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import java.util.Random;

/** A matrix [rows, columns] in memory. */
public record MemoryTensor(String name, int rows, int columns, float[] values) implements Tensor {

    /** Values N(0, 1 / columns), which keep the size of activations. */
    public static MemoryTensor random(String name, int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(columns));
        }
        return new MemoryTensor(name, rows, columns, values);
    }

    @Override
    public String type() {
        return "F32";
    }

    @Override
    public void read(int row, int count, float[] into, int offset) {
        System.arraycopy(values, row * columns, into, offset, count * columns);
    }
}
