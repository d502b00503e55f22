package dev.touchstone.benchmarks;

import dev.touchstone.reference.tensor.Tensor;
import java.util.Random;

/** A matrix [rows, columns] of seeded random numbers, each row its own seed. */
record RandomTensor(int rows, int columns) implements Tensor {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String type() {
        return "F32";
    }

    @Override
    public void read(int row, int count, float[] into, int offset) {
        for (int r = 0; r < count; r++) {
            Random random = new Random(row + r);
            for (int column = 0; column < columns; column++) {
                into[offset + r * columns + column] = random.nextFloat() - 0.5f;
            }
        }
    }
}
