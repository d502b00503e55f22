package dev.touchstone.reference.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** IEEE binary32, as it is. */
final class F32 implements StoredType.Decoder {

    @Override
    public void decode(byte[] stored, int weights, float[] into, int offset) {
        ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(into, offset, weights);
    }
}
