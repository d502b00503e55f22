package dev.touchstone.reference.tensor;

/**
 * As {@link Q4_K}, with 32 bytes between scales and codes that have the fifth bit of each code: bit n those of group n. After ggml's {@code
 * dequantize_row_q5_K}.
 */
final class Q5_K implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 256;
    private static final int GROUP = 32;
    private static final int SCALES = 4;
    private static final int FIFTH_BITS = 16;
    private static final int CODES = 48;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        float least = LittleEndian.binary16(stored, at + 2);
        for (int from = 0; from < WEIGHTS; from += GROUP) {
            float factor = scale * Q4_K.groupScale(stored, at + SCALES, from / GROUP);
            float less = least * Q4_K.groupLeast(stored, at + SCALES, from / GROUP);
            for (int i = from; i < from + GROUP; i++) {
                int fifth = stored[at + FIFTH_BITS + i % GROUP] >> i / GROUP & 1;
                into[offset + i] = factor * (Q4_K.fourBits(stored, at + CODES, i) | fifth << 4) - less;
            }
        }
    }
}
