package dev.touchstone.reference.tensor;

import dev.touchstone.reference.math.Binary16;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, least byte first, as all weight files have them. */
final class LittleEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /** The 16 bits at index {@code at}. */
    static short bits16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    /** The IEEE binary16 number at index {@code at}, as the fp32 of the same value. */
    static float binary16(byte[] bytes, int at) {
        return Binary16.toFloat(bits16(bytes, at));
    }
}
