package dev.touchstone.reference.gguf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads metadata values: integers as Long, reals as Double, then Boolean and String. Arrays of strings as {@code String[]}, of fp32 as {@code
 * float[]}, of integers that all fit into 32 bits as {@code int[]}, all others as a List.
 */
final class GgufValues {

    /** Arrays within arrays: real files have none; the limit keeps a damaged one from exhausting the stack. */
    private static final int MOST_NESTED = 4;

    private final GgufCursor cursor;

    GgufValues(GgufCursor cursor) {
        this.cursor = cursor;
    }

    /** The value at the cursor, its type first. */
    Object read(String what) {
        return read(GgufValueType.read(cursor, what), what, 0);
    }

    private Object read(GgufValueType type, String what, int depth) {
        return switch (type) {
            case FLOAT32 -> (double) Float.intBitsToFloat(cursor.i32(what));
            case FLOAT64 -> Double.longBitsToDouble(cursor.i64(what));
            case BOOL -> bool(what);
            case STRING -> cursor.string(what);
            case ARRAY -> array(what, depth + 1);
            default -> integer(type, what);
        };
    }

    private long integer(GgufValueType type, String what) {
        return switch (type) {
            case UINT8 -> Byte.toUnsignedLong(cursor.i8(what));
            case INT8 -> cursor.i8(what);
            case UINT16 -> Short.toUnsignedLong(cursor.i16(what));
            case INT16 -> cursor.i16(what);
            case UINT32 -> Integer.toUnsignedLong(cursor.i32(what));
            case INT32 -> cursor.i32(what);
            case UINT64 -> cursor.u64(what);
            case INT64 -> cursor.i64(what);
            default -> throw new IllegalArgumentException(type + " is no integer");
        };
    }

    private boolean bool(String what) {
        long at = cursor.position();
        byte value = cursor.i8(what);
        if (value != 0 && value != 1) {
            throw cursor.damaged(what + " is the byte " + value + ", but a boolean is 0 or 1", at);
        }
        return value == 1;
    }

    private Object array(String what, int depth) {
        long at = cursor.position();
        if (depth > MOST_NESTED) {
            throw cursor.damaged(what + " has arrays nested more than " + MOST_NESTED + " deep", at);
        }
        GgufValueType type = GgufValueType.read(cursor, "the elements of " + what);
        int count = cursor.count(what, type.leastBytes());
        return switch (type) {
            case STRING -> strings(count, what);
            case FLOAT32 -> cursor.floats(count);
            case INT32 -> cursor.ints(count);
            case UINT32 -> unsigned(cursor.ints(count));
            case UINT8, INT8, UINT16, INT16 -> small(type, count, what);
            default -> list(type, count, what, depth);
        };
    }

    private String[] strings(int count, String what) {
        String[] values = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = cursor.string(what);
        }
        return values;
    }

    /** The values as they are if none has the highest bit, else as a list of Long. */
    private static Object unsigned(int[] values) {
        if (Arrays.stream(values).allMatch(value -> value >= 0)) {
            return values;
        }
        return Arrays.stream(values).mapToObj(Integer::toUnsignedLong).toList();
    }

    private int[] small(GgufValueType type, int count, String what) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (int) integer(type, what);
        }
        return values;
    }

    private List<Object> list(GgufValueType type, int count, String what, int depth) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(read(type, what, depth));
        }
        return List.copyOf(values);
    }
}
