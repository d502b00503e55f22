package dev.touchstone.reference.tensor;

/**
 * Blocks of 256 weights in 16 groups: 32 bytes with a bit h of each weight, 64 bytes with two bits q of each as in {@link Q2_K}, 12 bytes with 16
 * scales s of 6 bits, then d (binary16); weight = (d * (s - 32)) * (q - 4 (1 - h)). Bit n of the 32 bytes belongs to weights 32 n and after. After
 * ggml's {@code dequantize_row_q3_K}.
 */
final class Q3_K implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 256;
    private static final int GROUP = 16;
    private static final int CODES = 32;
    private static final int SCALES = 96;
    private static final int SCALE = 108;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at + SCALE);
        for (int from = 0; from < WEIGHTS; from += GROUP) {
            float factor = scale * (groupScale(stored, at + SCALES, from / GROUP) - 32);
            for (int i = from; i < from + GROUP; i++) {
                int high = stored[at + i % 32] >> i / 32 & 1;
                int code = Q2_K.twoBits(stored, at + CODES, i) - (high == 0 ? 4 : 0);
                into[offset + i] = factor * code;
            }
        }
    }

    /** Four bits of groups 0 to 15 in the halves of 8 bytes, then two bits of each in 4 bytes. */
    private static int groupScale(byte[] stored, int at, int group) {
        int low = stored[at + group % 8] >> group / 8 * 4 & 15;
        int high = stored[at + 8 + group % 4] >> group / 4 * 2 & 3;
        return low | high << 4;
    }
}
