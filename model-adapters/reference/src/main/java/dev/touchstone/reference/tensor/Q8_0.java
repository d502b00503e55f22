package dev.touchstone.reference.tensor;

/** Blocks of 32 weights: scale d (binary16), then 32 signed bytes q; weight = q * d. After ggml's {@code dequantize_row_q8_0}. */
final class Q8_0 implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 32;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        for (int i = 0; i < WEIGHTS; i++) {
            into[offset + i] = stored[at + 2 + i] * scale;
        }
    }
}
