package dev.touchstone.training.export;

/** IEEE 754 binary16. */
final class Half {

    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7C00;
    /** 2^-24, the smallest half above 0. */
    private static final float SMALLEST = 0x1p-24f;

    private static final float SMALLEST_NORMAL = 0x1p-14f;
    /** Halfway between the largest half and what would come next. */
    private static final float TOO_LARGE = 65_520f;

    private Half() {}

    /** The bits of the nearest half; the even one of two. */
    static short bits(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | INFINITY | 1);
        }
        if (size >= TOO_LARGE) {
            return (short) (sign | INFINITY);
        }
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size / SMALLEST));
        }
        int exponent = Math.getExponent(size);
        // Between 1024 and 2048; at 2048 the sum below carries into the exponent, as it must.
        int fraction = (int) Math.rint(Math.scalb(size, 10 - exponent));
        return (short) (sign | ((exponent + 14 << 10) + fraction));
    }
}
