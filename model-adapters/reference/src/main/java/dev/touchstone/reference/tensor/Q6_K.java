package dev.touchstone.reference.tensor;

/**
 * Blocks of 256 weights in 16 groups: 128 bytes with four bits of each code, 64 with two more as in {@link Q2_K}, 16 signed scales s, then d (binary16);
 * weight = (d * s) * (q - 32). Of each 128 weights the first 64 have the low halves of 64 bytes, the others the high ones. After ggml's {@code
 * dequantize_row_q6_K}.
 */
final class Q6_K implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 256;
    private static final int GROUP = 16;
    private static final int HIGH_BITS = 128;
    private static final int SCALES = 192;
    private static final int SCALE = 208;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at + SCALE);
        for (int from = 0; from < WEIGHTS; from += GROUP) {
            float factor = scale * stored[at + SCALES + from / GROUP];
            for (int i = from; i < from + GROUP; i++) {
                int low = stored[at + i / 128 * 64 + i % 64] >> i / 64 % 2 * 4 & 15;
                int code = low | Q2_K.twoBits(stored, at + HIGH_BITS, i) << 4;
                into[offset + i] = factor * (code - 32);
            }
        }
    }
}
