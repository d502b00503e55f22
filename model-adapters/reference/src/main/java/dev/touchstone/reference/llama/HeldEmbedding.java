package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.tensor.Tensor;

/** The embedding read from packed weights. */
record HeldEmbedding(Tensor stored, PackedMatrix packed) implements Tensor {

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public String type() {
        return stored.type();
    }

    @Override
    public int rows() {
        return stored.rows();
    }

    @Override
    public int columns() {
        return stored.columns();
    }

    @Override
    public long bytes() {
        return packed.bytes();
    }

    @Override
    public void read(int row, int count, float[] into, int offset) {
        for (int i = 0; i < count; i++) {
            packed.read(row + i, into, offset + i * columns());
        }
    }
}
