package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.GgufWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Damages a small file, which has one metadata entry "key" = 1 at byte 24 and one tensor "w" of 8 fp32 at byte 43. */
abstract class GgufDamage {

    static final String REMEDY =
            "; the file is damaged: download it again and compare its SHA-256 with the publisher's";

    @TempDir
    Path folder;

    Path file;
    byte[] small;

    @BeforeEach
    void writeSmallFile() {
        file = folder.resolve("a.gguf");
        small = new GgufWriter().put("key", 1).vector("w", new float[8]).bytes();
    }

    Path cutOff(int length) throws IOException {
        return Files.write(file, Arrays.copyOf(small, length));
    }

    Path withInt(int at, int... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return withBytes(at, bytes.array());
    }

    Path withLong(int at, long value) throws IOException {
        return withBytes(
                at,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    Path withBytes(int at, byte[] bytes) throws IOException {
        System.arraycopy(bytes, 0, small, at, bytes.length);
        return Files.write(file, small);
    }

    static String message(Path file) {
        Throwable thrown = catchThrowable(() -> GgufFile.open(file));
        assertThat(thrown).isInstanceOf(ModelException.class);
        return thrown.getMessage();
    }
}
