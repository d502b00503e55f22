package dev.touchstone.reference.tensor;

/**
 * Blocks of 32 weights: scale d and minimum m (binary16), then 16 bytes whose low halves are q of weights 0 to 15 and high halves of weights
 * 16 to 31; weight = q * d + m, rounded after the product and again after the sum. After ggml's {@code dequantize_row_q4_1}, whose C compiler
 * may fuse the two; the Python package {@code gguf} does not, and it is what the tests compare with.
 */
final class Q4_1 implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 32;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        float least = LittleEndian.binary16(stored, at + 2);
        for (int i = 0; i < WEIGHTS / 2; i++) {
            int pair = stored[at + 4 + i];
            into[offset + i] = (pair & 15) * scale + least;
            into[offset + i + WEIGHTS / 2] = (pair >> 4 & 15) * scale + least;
        }
    }
}
