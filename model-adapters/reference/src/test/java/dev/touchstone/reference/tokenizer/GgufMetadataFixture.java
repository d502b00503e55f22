package dev.touchstone.reference.tokenizer;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the metadata of a GGUF file, version 2 or 3, and nothing else: these tests stay independent of the product's reader. */
final class GgufMetadataFixture {

    private final ByteBuffer in;

    private GgufMetadataFixture(ByteBuffer in) {
        this.in = in;
    }

    static Map<String, Object> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer in = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), 64 << 20));
            return new GgufMetadataFixture(in.order(ByteOrder.LITTLE_ENDIAN)).read();
        }
    }

    private Map<String, Object> read() {
        in.position(16); // magic, version, number of tensors
        long keys = in.getLong();
        Map<String, Object> metadata = new HashMap<>();
        for (long i = 0; i < keys; i++) {
            metadata.put(string(), value(in.getInt()));
        }
        return metadata;
    }

    private Object value(int type) {
        return switch (type) {
            case 0 -> (long) Byte.toUnsignedInt(in.get());
            case 1 -> (long) in.get();
            case 2 -> (long) Short.toUnsignedInt(in.getShort());
            case 3 -> (long) in.getShort();
            case 4 -> Integer.toUnsignedLong(in.getInt());
            case 5 -> (long) in.getInt();
            case 6 -> (double) in.getFloat();
            case 7 -> in.get() != 0;
            case 8 -> string();
            case 9 -> array(in.getInt(), Math.toIntExact(in.getLong()));
            case 12 -> in.getDouble();
            default -> in.getLong();
        };
    }

    private Object array(int type, int length) {
        Object array = switch (type) {
            case 4, 5 -> new int[length];
            case 6 -> new float[length];
            case 8 -> new String[length];
            default -> throw new IllegalArgumentException("array of type " + type);
        };
        for (int i = 0; i < length; i++) {
            if (array instanceof int[] ints) {
                ints[i] = in.getInt();
            } else if (array instanceof float[] floats) {
                floats[i] = in.getFloat();
            } else {
                Array.set(array, i, string());
            }
        }
        return array;
    }

    private String string() {
        byte[] bytes = new byte[Math.toIntExact(in.getLong())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
