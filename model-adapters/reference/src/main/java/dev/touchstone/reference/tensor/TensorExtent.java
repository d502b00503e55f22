package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

    /**
     * Checks that no two tensors of a file share bytes.
     *
     * @param extents all of one file
     * @throws ModelException naming the first two that do
     */
    public static void requireDisjoint(Path file, Collection<TensorExtent> extents) {
        List<TensorExtent> inOrder = extents.stream()
                .sorted(Comparator.comparingLong(TensorExtent::offset))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            TensorExtent before = inOrder.get(i - 1);
            TensorExtent after = inOrder.get(i);
            if (before.offset() + before.bytes() > after.offset()) {
                throw new ModelException(file + ", byte " + after.offset() + ": tensor '" + after.storedName()
                        + "' starts before tensor '" + before.storedName() + "' ends, at byte "
                        + (before.offset() + before.bytes()) + "; the file is damaged: download it again");
            }
        }
    }
}
