package dev.touchstone.reference.tensor;

/** bfloat16: the upper half of an IEEE binary32. */
final class BF16 implements StoredType.Decoder {

    @Override
    public void decode(byte[] stored, int weights, float[] into, int offset) {
        for (int i = 0; i < weights; i++) {
            into[offset + i] = Float.intBitsToFloat(LittleEndian.bits16(stored, 2 * i) << 16);
        }
    }
}
