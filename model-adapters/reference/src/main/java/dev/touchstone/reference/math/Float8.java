package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The two 8-bit formats of the Open Compute Project ("OCP 8-bit floating point specification (OFP8)", 1.0, 2023). To nearest, ties to even;
 * what is larger than the largest number becomes that ("saturating" in the specification).
 */
@API(status = Status.INTERNAL, since = "0.1")
public enum Float8 {
    /** 4 bits of exponent (bias 7), 3 of fraction, no infinity, at most 448. */
    E4M3(3, -6, 448),
    /** 5 bits of exponent (bias 15), 2 of fraction, at most 57344. */
    E5M2(2, -14, 57344);

    private static final int SIGN = 0x80;

    private final int fractionBits;
    private final int lowestExponent;
    private final float largest;
    private final float[] values = new float[1 << Byte.SIZE];

    Float8(int fractionBits, int lowestExponent, float largest) {
        this.fractionBits = fractionBits;
        this.lowestExponent = lowestExponent;
        this.largest = largest;
        for (int bits = 0; bits < values.length; bits++) {
            values[bits] = decode(bits);
        }
    }

    /** Bits of the fraction. */
    public int fractionBits() {
        return fractionBits;
    }

    /** The largest number. */
    public float largest() {
        return largest;
    }

    /** The nearest number of the format, as fp32. NaN stays NaN. */
    public float round(float x) {
        float limited = Math.max(-largest, Math.min(largest, x));
        int exponent = Math.max(lowestExponent, Math.getExponent(limited));
        float step = Math.scalb(1f, exponent - fractionBits);
        return Math.copySign((float) Math.rint(limited / step) * step, x);
    }

    /** The bits of the nearest number. Of NaN any bits: look for it before. */
    public byte toBits(float x) {
        float rounded = round(x);
        int sign = Float.floatToRawIntBits(rounded) < 0 ? SIGN : 0;
        float magnitude = Math.abs(rounded);
        int exponent = Math.max(lowestExponent, Math.getExponent(magnitude));
        int steps = (int) Math.scalb(magnitude, fractionBits - exponent);
        // In a normal number the steps have the implicit one, which adds 1 to the exponent's field.
        return (byte) (sign | (exponent - lowestExponent << fractionBits) + steps);
    }

    /** What the exponent's field is larger by than the exponent. */
    public int bias() {
        return 1 - lowestExponent;
    }

    /** The number with these bits. */
    public float toFloat(byte bits) {
        return values[bits & 0xff];
    }

    private float decode(int bits) {
        int magnitude = bits & SIGN - 1;
        int field = magnitude >> fractionBits;
        int fraction = magnitude & (1 << fractionBits) - 1;
        int steps = field == 0 ? fraction : fraction + (1 << fractionBits);
        float value = Math.scalb((float) steps, Math.max(1, field) - 1 + lowestExponent - fractionBits);
        return (bits & SIGN) == 0 ? value : -value;
    }
}
