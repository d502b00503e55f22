package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;

/** A stored matrix with other weights [rows, columns], in memory while it is packed. */
record ChangedTensor(Tensor stored, float[] weights) implements Tensor {

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
    public void read(int row, int count, float[] into, int offset) {
        System.arraycopy(weights, row * columns(), into, offset, count * columns());
    }
}
