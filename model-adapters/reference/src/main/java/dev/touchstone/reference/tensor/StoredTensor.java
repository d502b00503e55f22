package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A tensor in a mapped file. A tensor larger than one mapping may be is mapped in chunks of whole rows. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredTensor implements Tensor {

    /** Weights decoded in one go: 64 Ki need at most 256 KiB of stored bytes, which stay in the second-level cache. */
    private static final int PIECE_WEIGHTS = 1 << 16;

    private final MappedFile file;
    private final TensorExtent extent;
    private final List<ByteBuffer> chunks;
    private final int chunkRows;

    private StoredTensor(MappedFile file, TensorExtent extent, List<ByteBuffer> chunks, int chunkRows) {
        this.file = file;
        this.extent = extent;
        this.chunks = chunks;
        this.chunkRows = chunkRows;
    }

    /**
     * Maps a tensor.
     *
     * @param extent lies within the file
     */
    public static StoredTensor map(MappedFile file, TensorExtent extent) {
        return map(file, extent, Integer.MAX_VALUE);
    }

    /** Maps a tensor in chunks of at most {@code chunkBytes} bytes. */
    static StoredTensor map(MappedFile file, TensorExtent extent, int chunkBytes) {
        int chunkRows = (int) Math.min(extent.rows(), chunkBytes / extent.rowBytes());
        if (chunkRows == 0) {
            throw new ModelException(file.path() + ": one row of '" + extent.storedName() + "' takes "
                    + extent.rowBytes() + " bytes, more than the " + chunkBytes
                    + " that can be mapped; the file is damaged: download it again");
        }
        List<ByteBuffer> chunks = new ArrayList<>();
        for (int row = 0; row < extent.rows(); row += chunkRows) {
            long bytes = Math.min(chunkRows, extent.rows() - row) * extent.rowBytes();
            chunks.add(file.map(extent.offset() + row * extent.rowBytes(), bytes));
        }
        return new StoredTensor(file, extent, chunks, chunkRows);
    }

    @Override
    public String name() {
        return extent.name();
    }

    @Override
    public String type() {
        return extent.type().name();
    }

    @Override
    public int rows() {
        return extent.rows();
    }

    @Override
    public int columns() {
        return extent.columns();
    }

    @Override
    public long bytes() {
        return extent.bytes();
    }

    @Override
    public void read(int row, int count, float[] into, int offset) {
        file.requireOpen();
        Objects.checkFromIndexSize(row, count, extent.rows());
        requireRoom(count, into, offset);
        int pieceRows = Math.min(count, Math.max(1, PIECE_WEIGHTS / extent.columns()));
        byte[] stored = new byte[Math.toIntExact(pieceRows * extent.rowBytes())];
        int done = 0;
        while (done < count) {
            int rows = Math.min(Math.min(pieceRows, count - done), chunkRows - (row + done) % chunkRows);
            readPiece(row + done, rows, stored);
            extent.type().decode(stored, rows * extent.columns(), into, offset + done * extent.columns());
            done += rows;
        }
    }

    private void requireRoom(int count, float[] into, int offset) {
        long needed = (long) count * extent.columns();
        if (offset < 0 || needed > into.length - (long) offset) {
            throw new IndexOutOfBoundsException(count + " rows of '" + extent.name() + "' are " + needed
                    + " floats, but the array has " + into.length + " and they start at " + offset);
        }
    }

    private void readPiece(int row, int rows, byte[] into) {
        int position = (int) (row % chunkRows * extent.rowBytes());
        // The absolute get leaves the buffer's position alone, so that threads can share it.
        chunks.get(row / chunkRows).get(position, into, 0, (int) (rows * extent.rowBytes()));
    }
}
