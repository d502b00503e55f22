package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a number keeps of fp32 where it is stored in a narrower type. To nearest, ties to even, as IEEE 754 has it. */
@API(status = Status.INTERNAL, since = "0.1")
public enum Rounding {
    /** fp32: everything. */
    NONE(0x1p-24),
    /** IEEE binary16: 5 bits of exponent, 10 of fraction; from 65520 on infinity. */
    FP16(0x1p-11),
    /** bfloat16: fp32's 8 bits of exponent, 7 of fraction. */
    BF16(0x1p-8);

    /** Bits of fraction that bfloat16 has not. */
    private static final int BF16_DROPPED = 16;

    /** Bits of fraction that binary16 has not. */
    private static final int FP16_DROPPED = 13;

    /** Below this binary16 is subnormal: its numbers are multiples of 2^-24. */
    private static final float FP16_NORMAL = 0x1p-14f;

    /** Half a step above 65504, the largest binary16: from here on the nearest is infinity. */
    private static final float FP16_OVERFLOW = 65520f;

    private final double roundoff;

    Rounding(double roundoff) {
        this.roundoff = roundoff;
    }

    /** The largest relative error: half a step of the type's numbers at 1. */
    public double roundoff() {
        return roundoff;
    }

    /** The nearest number of the type, as fp32. NaN stays NaN. */
    public float round(float x) {
        switch (this) {
            case FP16:
                return fp16(x);
            case BF16:
                return bf16(x);
            default:
                return x;
        }
    }

    /** Rounds {@code length} numbers from {@code data[from]} on. */
    public void round(float[] data, int from, int length) {
        if (this == FP16) {
            for (int i = from; i < from + length; i++) {
                data[i] = fp16(data[i]);
            }
        } else if (this == BF16) {
            for (int i = from; i < from + length; i++) {
                data[i] = bf16(data[i]);
            }
        }
    }

    /** The bits of the nearest number of one of the two types of 16 bits. */
    public short toBits(float x) {
        float rounded = round(x);
        return this == BF16 ? (short) (Float.floatToRawIntBits(rounded) >>> Short.SIZE) : Binary16.toBits(rounded);
    }

    /** The number of one of the two types of 16 bits that has these bits. */
    public float toFloat(short bits) {
        return this == BF16 ? Float.intBitsToFloat(bits << Short.SIZE) : Binary16.toFloat(bits);
    }

    private static float bf16(float x) {
        return x != x ? x : dropBits(x, BF16_DROPPED);
    }

    private static float fp16(float x) {
        float magnitude = Math.abs(x);
        if (magnitude < FP16_NORMAL) {
            // The sum's last bit is 2^-24, binary16's smallest step, so that the addition rounds.
            return Math.copySign(magnitude + 0.5f - 0.5f, x);
        }
        if (magnitude >= FP16_OVERFLOW) {
            return Math.copySign(Float.POSITIVE_INFINITY, x);
        }
        return x != x ? x : dropBits(x, FP16_DROPPED);
    }

    /** Rounds off the last bits of the fraction; what carries into the exponent belongs there. */
    private static float dropBits(float x, int count) {
        int bits = Float.floatToRawIntBits(x);
        int half = (1 << (count - 1)) - 1;
        int odd = bits >>> count & 1;
        return Float.intBitsToFloat(bits + half + odd & -1 << count);
    }
}
