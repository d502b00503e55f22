package dev.touchstone.reference.tensor;

/**
 * Blocks of 32 weights: scale d (binary16), 32 bits with the fifth bit of each q, then 16 bytes whose low halves are the other bits of weights 0 to
 * 15 and high halves of weights 16 to 31; weight = (q - 16) * d. After ggml's {@code dequantize_row_q5_0}.
 */
final class Q5_0 implements StoredType.BlockDecoder {

    private static final int WEIGHTS = 32;

    @Override
    public void decode(byte[] stored, int at, float[] into, int offset) {
        float scale = LittleEndian.binary16(stored, at);
        for (int i = 0; i < WEIGHTS; i++) {
            into[offset + i] = (code(stored, at + 2, i) - 16) * scale;
        }
    }

    /** The code of weight {@code i}, whose bits start at index {@code at}. */
    static int code(byte[] stored, int at, int i) {
        int fifth = stored[at + i / Byte.SIZE] >> i % Byte.SIZE & 1;
        int half = stored[at + WEIGHTS / Byte.SIZE + i % 16] >> i / 16 * 4 & 15;
        return half | fifth << 4;
    }
}
