package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The fp32 exponential function as a fixed sequence of IEEE operations, so that it has the same bits on every JVM and processor, which
 * {@link Math#exp} does not promise. Vector code repeats the same operations with the same constants.
 *
 * <p>x = n ln 2 + r with |r| at most ln 2 / 2; e^x = 2^n e^r; e^r = 1 + r + r^2 P(r) with the polynomial of Cephes' {@code expf} (Moshier,
 * 1992). Within 2 ulp of e^x. Below {@link #LOWEST} the result is 0 (denormal results are flushed), above {@link #HIGHEST} infinity; NaN
 * stays NaN.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Exp {

    /** Arguments below this give 0; just above ln of the smallest normal fp32 number (-87.34). */
    public static final float LOWEST = -87.3f;

    /** Arguments above this give infinity: ln of the largest fp32 number. */
    public static final float HIGHEST = 88.72283f;

    /** log2 e. */
    public static final float LOG2_E = 0x1.715476p0f;

    /** 1.5 * 2^23: adding it rounds to an integer, which then stands in the low bits of the sum. */
    public static final float ROUNDER = 0x1.8p23f;

    /** ln 2 rounded to fp32. */
    public static final float LN2_HIGH = 0x1.62e43p-1f;

    /** ln 2 - {@link #LN2_HIGH}. */
    public static final float LN2_LOW = -0x1.05c61p-29f;

    /** P's coefficient of r^5. */
    public static final float P5 = 1.9875691500E-4f;

    /** P's coefficient of r^4. */
    public static final float P4 = 1.3981999507E-3f;

    /** P's coefficient of r^3. */
    public static final float P3 = 8.3334519073E-3f;

    /** P's coefficient of r^2. */
    public static final float P2 = 4.1665795894E-2f;

    /** P's coefficient of r. */
    public static final float P1 = 1.6666665459E-1f;

    /** P's constant. */
    public static final float P0 = 5.0000001201E-1f;

    /** Bits of the fraction of an fp32 number: a shift by this moves an integer into the exponent. */
    public static final int FRACTION_BITS = 23;

    private Exp() {}

    /** e^x; see the class for accuracy and limits. */
    public static float exp(float x) {
        if (x < LOWEST) {
            return 0f;
        }
        if (x > HIGHEST) {
            return Float.POSITIVE_INFINITY;
        }
        float rounded = Math.fma(x, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
        float exponential = Math.fma(r * r, polynomial(r), r) + 1f;
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(exponential) + (Float.floatToRawIntBits(rounded) << FRACTION_BITS));
    }

    private static float polynomial(float r) {
        float p = Math.fma(P5, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        return Math.fma(p, r, P0);
    }
}
