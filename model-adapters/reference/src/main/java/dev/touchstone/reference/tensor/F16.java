package dev.touchstone.reference.tensor;

/** IEEE binary16. */
final class F16 implements StoredType.Decoder {

    @Override
    public void decode(byte[] stored, int weights, float[] into, int offset) {
        for (int i = 0; i < weights; i++) {
            into[offset + i] = LittleEndian.binary16(stored, 2 * i);
        }
    }
}
