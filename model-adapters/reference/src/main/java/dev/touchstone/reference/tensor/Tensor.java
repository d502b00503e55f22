package dev.touchstone.reference.tensor;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A stored matrix [rows, columns], row-major, or a vector (one row). A linear layer's weight is [out, in]. Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface Tensor {

    /** The name in the checkpoint's canonical naming, such as {@code blk.0.attn_q.weight}. */
    String name();

    /** The stored type's name, such as {@code Q4_1}. */
    String type();

    int rows();

    int columns();

    /** Bytes that it takes as stored; those of fp32 unless overridden. */
    default long bytes() {
        return (long) Float.BYTES * rows() * columns();
    }

    /**
     * Reads whole rows as fp32, dequantized exactly as the stored type defines.
     *
     * @param row first row, from 0
     * @param count number of rows
     * @param into [count, columns] from {@code offset} on
     */
    void read(int row, int count, float[] into, int offset);
}
