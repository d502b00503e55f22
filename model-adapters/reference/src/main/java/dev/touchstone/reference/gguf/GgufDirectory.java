package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.MappedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tensor directory: name, dimensions, type and offset of each tensor. */
final class GgufDirectory {

    /** Name length, number of dimensions, one dimension, type and offset. */
    static final int LEAST_ENTRY_BYTES = 32;

    /** What the file's tensors start at a multiple of, in bytes, unless {@code general.alignment} says otherwise. */
    private static final long DEFAULT_ALIGNMENT = 32;

    private static final int MOST_DIMENSIONS = 4;

    private final MappedFile mapped;
    private final GgufCursor cursor;
    private final Map<String, Object> metadata;

    GgufDirectory(MappedFile mapped, GgufCursor cursor, Map<String, Object> metadata) {
        this.mapped = mapped;
        this.cursor = cursor;
        this.metadata = metadata;
    }

    /** One entry; the offset counts from the start of the data, which is known only after the last entry. */
    private record Entry(String name, GgmlType type, List<Long> dimensions, long offset, long offsetAt) {}

    /** The tensors by name, in the file's order. */
    Map<String, GgufTensor> read(int count) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            long at = cursor.position();
            Entry entry = entry(i);
            if (entries.put(entry.name(), entry) != null) {
                throw cursor.damaged("tensor '" + entry.name() + "' occurs twice", at);
            }
        }
        return located(entries);
    }

    private Entry entry(int index) {
        String name = cursor.string("the name of tensor " + index);
        String what = "tensor '" + name + "'";
        List<Long> dimensions = dimensions(what);
        GgmlType type = type(what);
        long offsetAt = cursor.position();
        return new Entry(name, type, dimensions, cursor.u64("the offset of " + what), offsetAt);
    }

    private List<Long> dimensions(String what) {
        long at = cursor.position();
        int count = cursor.i32("the number of dimensions of " + what);
        if (count < 1 || count > MOST_DIMENSIONS) {
            throw cursor.damaged(
                    what + " has " + Integer.toUnsignedString(count) + " dimensions, but 1 to " + MOST_DIMENSIONS
                            + " are possible",
                    at);
        }
        List<Long> dimensions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dimensions.add(dimension(what));
        }
        return List.copyOf(dimensions);
    }

    private long dimension(String what) {
        long at = cursor.position();
        long size = cursor.i64("a dimension of " + what);
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw cursor.damaged(
                    what + " has a dimension of " + Long.toUnsignedString(size) + ", but 1 to " + Integer.MAX_VALUE
                            + " are possible",
                    at);
        }
        return size;
    }

    private GgmlType type(String what) {
        long at = cursor.position();
        int id = cursor.i32("the type of " + what);
        GgmlType type = GgmlType.withId(id)
                .orElseThrow(() -> cursor.damaged(
                        what + " has the type " + Integer.toUnsignedString(id)
                                + ", which ggml doesn't have (0 to 41 are known)",
                        at));
        if (type.isRemoved()) {
            throw new ModelException(mapped.path() + ", byte " + at + ": " + what + " has the type " + type
                    + ", which ggml has removed: convert the original model with a current llama.cpp");
        }
        return type;
    }

    private Map<String, GgufTensor> located(Map<String, Entry> entries) {
        long alignment = alignment();
        long dataStart = (cursor.position() + alignment - 1) / alignment * alignment;
        Map<String, GgufTensor> tensors = new LinkedHashMap<>();
        entries.forEach((name, entry) -> tensors.put(name, located(entry, dataStart, alignment)));
        return tensors;
    }

    private long alignment() {
        @Nullable Object value = metadata.getOrDefault("general.alignment", DEFAULT_ALIGNMENT);
        if (!(value instanceof Long alignment)
                || alignment < 1
                || alignment > 1 << 20
                || Long.bitCount(alignment) != 1) {
            throw new ModelException(mapped.path() + ": metadata 'general.alignment' is " + value
                    + ", but must be a power of two up to 1048576; the file is damaged: download it again");
        }
        return alignment;
    }

    private GgufTensor located(Entry entry, long dataStart, long alignment) {
        String what = "tensor '" + entry.name() + "'";
        if (entry.offset() % alignment != 0) {
            throw cursor.damaged(
                    what + " has the offset " + entry.offset() + ", which is no multiple of " + alignment,
                    entry.offsetAt());
        }
        long rowBytes = rowBytes(entry, what);
        long rows = 1;
        for (long dimension : entry.dimensions().subList(1, entry.dimensions().size())) {
            rows = rows > Long.MAX_VALUE / dimension ? Long.MAX_VALUE : rows * dimension;
        }
        long room = mapped.size() - dataStart - entry.offset();
        if (room < 0 || rows > room / rowBytes) {
            throw pastEnd(entry, dataStart + entry.offset());
        }
        return new GgufTensor(
                entry.name(), entry.type().name(), entry.dimensions(), dataStart + entry.offset(), rows * rowBytes);
    }

    private long rowBytes(Entry entry, String what) {
        GgmlType type = entry.type();
        long columns = entry.dimensions().get(0);
        if (columns % type.blockWeights() != 0) {
            throw cursor.damaged(
                    what + " has rows of " + columns + " weights, which is no multiple of " + type + "'s block of "
                            + type.blockWeights(),
                    entry.offsetAt());
        }
        return columns / type.blockWeights() * type.blockBytes();
    }

    private ModelException pastEnd(Entry entry, long start) {
        return new ModelException(mapped.path() + ": tensor '" + entry.name() + "' (" + entry.type() + ", dimensions "
                + entry.dimensions() + ") starts at byte " + start + " and ends after the file does, which has "
                + mapped.size()
                + " bytes: the download was cut off; download it again");
    }
}
