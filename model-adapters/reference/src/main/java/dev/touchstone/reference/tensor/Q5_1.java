package dev.touchstone.reference.tensor;

/**
 * Blocks of 32 weights: scale d and minimum m (binary16), then codes q as in {@link Q5_0}; weight = q * d + m, rounded after the product and again
 * after the sum. After ggml's {@code dequantize_row_q5_1}; see {@link Q4_1} on rounding.
 */
final class Q5_1 implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 32;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        float least = LittleEndian.binary16(stored, at + 2);
        for (int i = 0; i < WEIGHTS; i++) {
            into[offset + i] = Q5_0.code(stored, at + 4, i) * scale + least;
        }
    }
}
