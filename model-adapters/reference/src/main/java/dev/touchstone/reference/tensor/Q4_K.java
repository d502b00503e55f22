package dev.touchstone.reference.tensor;

/**
 * Blocks of 256 weights in 8 groups: d and dmin (binary16), 12 bytes with a scale s and a minimum m of 6 bits for each group, then 128 bytes of codes,
 * a group's in the low and the next one's in the high halves of 32 bytes; weight = (d * s) * q - dmin * m. After ggml's {@code dequantize_row_q4_K}.
 */
final class Q4_K implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 256;
    private static final int GROUP = 32;
    private static final int SCALES = 4;
    private static final int CODES = 16;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        float least = LittleEndian.binary16(stored, at + 2);
        for (int from = 0; from < WEIGHTS; from += GROUP) {
            float factor = scale * groupScale(stored, at + SCALES, from / GROUP);
            float less = least * groupLeast(stored, at + SCALES, from / GROUP);
            for (int i = from; i < from + GROUP; i++) {
                into[offset + i] = factor * fourBits(stored, at + CODES, i) - less;
            }
        }
    }

    /** Scales of groups 0 to 3 are the lowest 6 bits of bytes 0 to 3, which have two bits of groups 4 to 7 above; their other four are in bytes 8 to 11. */
    static int groupScale(byte[] stored, int at, int group) {
        return group < 4 ? stored[at + group] & 63 : stored[at + group + 4] & 15 | stored[at + group - 4] >> 2 & 48;
    }

    /** Minima likewise, in bytes 4 to 7 and the high halves of bytes 8 to 11. */
    static int groupLeast(byte[] stored, int at, int group) {
        return group < 4
                ? stored[at + group + 4] & 63
                : stored[at + group + 4] >> 4 & 15 | stored[at + group] >> 2 & 48;
    }

    /** Four bits of weight {@code i}; those of a block start at index {@code at}. */
    static int fourBits(byte[] stored, int at, int i) {
        return stored[at + i / 64 * 32 + i % 32] >> i / 32 % 2 * 4 & 15;
    }
}
