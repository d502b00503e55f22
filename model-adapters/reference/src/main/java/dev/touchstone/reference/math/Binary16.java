package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * IEEE 754 binary16: sign, 5 bits of exponent (bias 15), 10 of fraction. {@code Float.float16ToFloat} does the same, but only from Java 20 on.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Binary16 {

    private static final int SIGN = 0x8000;
    private static final int MAGNITUDE = 0x7fff;
    private static final int INFINITY = 0x7c00;

    /** 2^112: the difference of the exponents' biases (127 - 15), which a product makes up for, also where binary16 is subnormal. */
    private static final float BIAS_DIFFERENCE = 0x1p112f;

    private Binary16() {}

    /** The fp32 of the same value; every binary16 has one. A NaN keeps its payload. */
    public static float toFloat(short half) {
        int magnitude = half & MAGNITUDE;
        int sign = (half & SIGN) << 16;
        if (magnitude >= INFINITY) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (magnitude - INFINITY) << 13);
        }
        float value = Float.intBitsToFloat(magnitude << 13) * BIAS_DIFFERENCE;
        return Float.intBitsToFloat(sign | Float.floatToRawIntBits(value));
    }

    /** The bits of a number that is a binary16, such as one that {@link Rounding#FP16} made. */
    public static short toBits(float exact) {
        int sign = Float.floatToRawIntBits(exact) >>> 16 & SIGN;
        if (exact != exact) {
            return (short) (INFINITY | 1 << 9);
        }
        float scaled = Math.abs(exact) / BIAS_DIFFERENCE;
        int magnitude = Float.isInfinite(exact) ? INFINITY : Float.floatToRawIntBits(scaled) >>> 13;
        return (short) (sign | magnitude);
    }
}
