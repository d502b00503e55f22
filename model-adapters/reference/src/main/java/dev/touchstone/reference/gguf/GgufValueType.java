package dev.touchstone.reference.gguf;

/** The types of metadata values ({@code enum gguf_type} in gguf.h), in the order of their numbers; with the least bytes that a value takes. */
enum GgufValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(8),
    ARRAY(12),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private final int leastBytes;

    GgufValueType(int leastBytes) {
        this.leastBytes = leastBytes;
    }

    int leastBytes() {
        return leastBytes;
    }

    static GgufValueType read(GgufCursor cursor, String what) {
        long at = cursor.position();
        int id = cursor.i32("the type of " + what);
        if (id < 0 || id >= values().length) {
            throw cursor.damaged(
                    "the type of " + what + " is " + Integer.toUnsignedString(id)
                            + ", but GGUF's value types are 0 to 12",
                    at);
        }
        return values()[id];
    }
}
