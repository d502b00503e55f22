package dev.touchstone.run.logits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rows of logits in a file, as little-endian floats one after the other. Rows that are given up are overwritten by later ones. For one thread. */
final class LogitFile implements AutoCloseable {

    private final Path path;
    private final int vocabulary;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final Deque<Integer> free = new ArrayDeque<>();
    private int rows;

    /** Creates the file, or empties it. */
    LogitFile(Path path, int vocabulary) {
        this.path = path;
        this.vocabulary = vocabulary;
        this.buffer = ByteBuffer.allocateDirect(vocabulary * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            this.channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int vocabulary() {
        return vocabulary;
    }

    /** Writes a row and returns its number. */
    int write(float[] logits) {
        int row = free.isEmpty() ? rows++ : free.pop();
        buffer.clear();
        buffer.asFloatBuffer().put(logits, 0, vocabulary);
        try {
            long at = (long) row * buffer.capacity();
            while (buffer.hasRemaining()) {
                channel.write(buffer, at + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    void read(int row, float[] target) {
        buffer.clear();
        try {
            long at = (long) row * buffer.capacity();
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.flip();
        buffer.asFloatBuffer().get(target, 0, vocabulary);
    }

    /** Lets the row be overwritten. */
    void giveUp(int row) {
        free.push(row);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
