package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file of weights, mapped into memory and only read. The operating system loads the pages that are touched and may drop them again. Safe for
 * use by several threads.
 *
 * <p>Java 17 has no safe way to unmap: {@link #close} ends all reading, and the address space is freed when the tensors are garbage.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class MappedFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private MappedFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file that is there and not empty.
     *
     * @param path the file; messages name it by its absolute path
     * @throws ModelException if there is no such file, it is a folder, it is empty, or it can't be read
     */
    public static MappedFile open(Path path) {
        Path file = path.toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            throw new ModelException(file + " is a folder, but a file of weights is expected: name the file inside it");
        }
        try {
            return open(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new ModelException(file + " does not exist: check the path, or download the model first", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static MappedFile open(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            channel.close();
            throw new ModelException(file + " is empty (0 bytes): download it again");
        }
        return new MappedFile(file, channel, size);
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /** The size in bytes when the file was opened. */
    public long size() {
        return size;
    }

    /**
     * Maps a part of the file, little endian.
     *
     * @param offset in bytes from the file's start
     * @param bytes at most 2^31 - 1, all within the file
     */
    public ByteBuffer map(long offset, long bytes) {
        try {
            return channel.map(MapMode.READ_ONLY, offset, bytes).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Refuses to go on when the file was closed. */
    void requireOpen() {
        if (!channel.isOpen()) {
            throw new ModelException(path + " was closed; open the model again to read its weights");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ModelException unreadable(Path file, IOException cause) {
        return new ModelException(file + " can't be read (" + cause + "): check its permissions and the disk", cause);
    }
}
