package dev.touchstone.reference.tensor;

/**
 * Blocks of 256 weights in 16 groups: 16 bytes with a group's scale s in the low and minimum m in the high half, 64 bytes of codes, then d and dmin
 * (binary16); weight = (d * s) * q - dmin * m. The codes of each 128 weights lie in 32 bytes, those of 32 in a row at the same two bits. After ggml's
 * {@code dequantize_row_q2_K}.
 */
final class Q2_K implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 256;
    private static final int GROUP = 16;
    private static final int CODES = 16;
    private static final int SCALE = 80;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at + SCALE);
        float least = LittleEndian.binary16(stored, at + SCALE + 2);
        for (int from = 0; from < WEIGHTS; from += GROUP) {
            int group = stored[at + from / GROUP];
            float factor = scale * (group & 15);
            float less = least * (group >> 4 & 15);
            for (int i = from; i < from + GROUP; i++) {
                into[offset + i] = factor * twoBits(stored, at + CODES, i) - less;
            }
        }
    }

    /** The two bits of weight {@code i}; those of a block start at index {@code at}. */
    static int twoBits(byte[] stored, int at, int i) {
        return stored[at + i / 128 * 32 + i % 32] >> i % 128 / 32 * 2 & 3;
    }
}
