package dev.touchstone.reference.tensor;

/**
 * Blocks of 32 weights: scale d (binary16), then 16 bytes whose low halves are q of weights 0 to 15 and high halves of weights 16 to 31;
 * weight = (q - 8) * d. After ggml's {@code dequantize_row_q4_0}.
 */
final class Q4_0 implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 32;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        for (int i = 0; i < WEIGHTS / 2; i++) {
            int pair = stored[at + 2 + i];
            into[offset + i] = ((pair & 15) - 8) * scale;
            into[offset + i + WEIGHTS / 2] = ((pair >> 4 & 15) - 8) * scale;
        }
    }
}
