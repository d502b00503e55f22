package dev.touchstone.reference.tensor;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a tensor lies in its file.
 *
 * @param name canonical name, such as {@code blk.0.attn_q.weight}
 * @param storedName the file's name for it
 * @param type how the weights are stored
 * @param rows at least 1
 * @param columns at least 1, a multiple of the type's block
 * @param offset first byte, from the file's start
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TensorExtent(String name, String storedName, StoredType type, int rows, int columns, long offset) {

    /** Bytes of one row. */
    public long rowBytes() {
        return type.bytes(columns);
    }

    /** Bytes of the whole tensor. */
    public long bytes() {
        return rows * rowBytes();
    }
}
