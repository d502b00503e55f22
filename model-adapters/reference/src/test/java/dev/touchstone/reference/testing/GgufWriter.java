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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small GGUF files: metadata in the order put, then the tensors in the order added, each at a multiple of 32 bytes.
 *
 * <p>Metadata values: Byte, Short, Integer, Long, Float, Double, Boolean and String become GGUF's scalar types (integers signed), {@code int[]},
 * {@code float[]}, {@code String[]} and lists of scalars become arrays.
 */
public final class GgufWriter {

    private static final int ALIGNMENT = 32;

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<Stored> tensors = new ArrayList<>();
    private int version = 3;

    private record Stored(String name, int type, long[] dimensions, byte[] bytes) {}

    /** The format's version; 3 unless set. */
    public GgufWriter version(int value) {
        version = value;
        return this;
    }

    public GgufWriter put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    public GgufWriter remove(String key) {
        metadata.remove(key);
        return this;
    }

    /** Adds the matrix [rows, columns], encoded as {@code type} by {@link StoredBytes}. */
    public GgufWriter matrix(String name, String type, int rows, float[] values) {
        long[] dimensions = {values.length / rows, rows};
        return raw(name, id(type), dimensions, StoredBytes.encode(type, values));
    }

    /** Adds a vector of fp32. */
    public GgufWriter vector(String name, float[] values) {
        return raw(name, 0, new long[] {values.length}, StoredBytes.encode("F32", values));
    }

    /** Adds a tensor as given, right or wrong; {@code dimensions} in GGUF's order, columns first. */
    public GgufWriter raw(String name, int type, long[] dimensions, byte[] bytes) {
        tensors.add(new Stored(name, type, dimensions, bytes));
        return this;
    }

    public GgufWriter removeTensor(String name) {
        tensors.removeIf(tensor -> tensor.name().equals(name));
        return this;
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's bytes. */
    public byte[] bytes() {
        GgufBytes out = new GgufBytes();
        out.text("GGUF").u32(version).u64(tensors.size()).u64(metadata.size());
        metadata.forEach((key, value) -> out.string(key).value(value));
        long offset = 0;
        for (Stored tensor : tensors) {
            out.string(tensor.name()).u32(tensor.dimensions().length);
            for (long dimension : tensor.dimensions()) {
                out.u64(dimension);
            }
            out.u32(tensor.type()).u64(offset);
            offset = aligned(offset + tensor.bytes().length);
        }
        out.pad(ALIGNMENT);
        tensors.forEach(tensor -> out.bytes(tensor.bytes()).pad(ALIGNMENT));
        return out.toByteArray();
    }

    private static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static int id(String type) {
        return switch (type) {
            case "F32" -> 0;
            case "F16" -> 1;
            case "Q4_0" -> 2;
            case "Q4_1" -> 3;
            case "Q8_0" -> 8;
            case "BF16" -> 30;
            default -> throw new IllegalArgumentException("no encoder for " + type);
        };
    }

    /** GGUF's scalars and strings, little endian. */
    private static final class GgufBytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        GgufBytes bytes(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        GgufBytes text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        GgufBytes u32(int value) {
            return bytes(little(4).putInt(value).array());
        }

        GgufBytes u64(long value) {
            return bytes(little(8).putLong(value).array());
        }

        GgufBytes string(String text) {
            return u64(text.getBytes(StandardCharsets.UTF_8).length).text(text);
        }

        GgufBytes value(Object value) {
            List<?> elements = elements(value);
            if (elements.isEmpty()) {
                return u32(valueType(value)).scalar(value);
            }
            u32(9).u32(valueType(elements.get(0))).u64(elements.size());
            elements.forEach(this::scalar);
            return this;
        }

        GgufBytes pad(int alignment) {
            return bytes(new byte[Math.floorMod(-out.size(), alignment)]);
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }

        /** The elements of an array value (never empty in tests), or nothing for a scalar. */
        private static List<?> elements(Object value) {
            if (value instanceof int[] ints) {
                return Arrays.stream(ints).boxed().toList();
            }
            if (value instanceof float[] floats) {
                List<Float> list = new ArrayList<>();
                for (float each : floats) {
                    list.add(each);
                }
                return list;
            }
            if (value instanceof String[] strings) {
                return List.of(strings);
            }
            return value instanceof List<?> list ? list : List.of();
        }

        private static int valueType(Object value) {
            Map<Class<?>, Integer> types = Map.of(
                    Byte.class,
                    1,
                    Short.class,
                    3,
                    Integer.class,
                    5,
                    Float.class,
                    6,
                    Boolean.class,
                    7,
                    String.class,
                    8,
                    Long.class,
                    11,
                    Double.class,
                    12);
            return types.get(value.getClass());
        }

        private GgufBytes scalar(Object value) {
            if (value instanceof String text) {
                return string(text);
            }
            if (value instanceof Boolean flag) {
                return bytes(new byte[] {(byte) (flag ? 1 : 0)});
            }
            if (value instanceof Float real) {
                return u32(Float.floatToRawIntBits(real));
            }
            if (value instanceof Double real) {
                return u64(Double.doubleToRawLongBits(real));
            }
            byte[] all = little(8).putLong(((Number) value).longValue()).array();
            return bytes(Arrays.copyOf(all, integerBytes(value)));
        }

        private static int integerBytes(Object value) {
            return Map.<Class<?>, Integer>of(Byte.class, 1, Short.class, 2, Integer.class, 4, Long.class, 8)
                    .get(value.getClass());
        }

        private static ByteBuffer little(int bytes) {
            return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
