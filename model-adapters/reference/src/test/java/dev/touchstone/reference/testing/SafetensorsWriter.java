package dev.touchstone.reference.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes small safetensors files: an eight-byte header length, the header as JSON, then the tensors in the order added. */
public final class SafetensorsWriter {

    private final List<String> entries = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** Adds a tensor of type F32, F16 or BF16. */
    public SafetensorsWriter tensor(String name, String type, float[] values, int... shape) {
        byte[] bytes = StoredBytes.encode(type, values);
        entry(name, type, shape, data.size(), data.size() + bytes.length);
        data.writeBytes(bytes);
        return this;
    }

    /** Adds a directory entry as given, right or wrong, without data; offsets count from the end of the header. */
    public SafetensorsWriter entry(String name, String type, int[] shape, long begin, long end) {
        names.add(name);
        entries.add("\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":"
                + Arrays.toString(shape).replace(" ", "") + ",\"data_offsets\":[" + begin + "," + end + "]}");
        return this;
    }

    /** The tensors' names, in the order added. */
    public Set<String> names() {
        return names;
    }

    public Path write(Path file) {
        return write(file, bytes());
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return withHeader(
                "{\"__metadata__\":{\"format\":\"pt\"}," + String.join(",", entries) + "}", data.toByteArray());
    }

    /** A file of any header, right or wrong. */
    public static byte[] withHeader(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
