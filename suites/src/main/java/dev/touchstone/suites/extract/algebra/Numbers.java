package dev.touchstone.suites.extract.algebra;

import ch.obermuhlner.math.big.BigComplex;
import ch.obermuhlner.math.big.BigComplexMath;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Complex arithmetic with 100 digits. What is left of a sum whose terms cancel (below 10^-85 of them) is made zero; terms that differ by
 * more than 10^60 are refused, because the smaller one would be lost.
 */
final class Numbers {

    static final MathContext DIGITS = new MathContext(100);
    static final BigDecimal RESIDUE = new BigDecimal("1e-85");
    private static final BigDecimal WIDEST = new BigDecimal("1e60");

    /** Equal numbers differ by less than this part of the larger one. Computed values agree to some 95 digits; no rounded answer comes near. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-70");

    private static final double LARGEST_POWER_OF_TEN = 10_000;

    private Numbers() {}

    static boolean areEqual(BigComplex first, BigComplex second) {
        BigDecimal larger = size(first).max(size(second));
        return size(first.subtract(second)).compareTo(larger.multiply(TOLERANCE)) <= 0;
    }

    static BigComplex add(BigComplex first, BigComplex second) {
        BigDecimal larger = size(first).max(size(second));
        BigDecimal smaller = size(first).min(size(second));
        if (smaller.signum() > 0 && larger.divide(smaller, DIGITS).compareTo(WIDEST) > 0) {
            throw new Undecidable("a sum has terms of very different size");
        }
        BigComplex sum = first.add(second, DIGITS);
        return size(sum).compareTo(larger.multiply(RESIDUE)) <= 0 ? BigComplex.ZERO : clean(sum);
    }

    static BigComplex multiply(BigComplex first, BigComplex second) {
        return clean(first.multiply(second, DIGITS));
    }

    static BigComplex divide(BigComplex first, BigComplex second) {
        if (isZero(second)) {
            throw new OffDomain("a division by zero");
        }
        return second.isReal() ? first.divide(second.re, DIGITS) : clean(first.divide(second, DIGITS));
    }

    /** A whole power; 0^0 has no value. */
    static BigComplex power(BigComplex base, long exponent) {
        if (isZero(base)) {
            if (exponent <= 0) {
                throw new OffDomain("zero to the power of " + exponent);
            }
            return BigComplex.ZERO;
        }
        checkSize(exponent, size(base));
        BigComplex power = BigComplexMath.pow(base, Math.abs(exponent), DIGITS);
        return exponent < 0 ? divide(BigComplex.ONE, power) : clean(power);
    }

    /** Refuses powers beyond 10^10000, which would take too long and too much room. */
    static void checkSize(double exponent, BigDecimal base) {
        double powerOfTen = exponent * (base.precision() - base.scale());
        if (Double.isNaN(powerOfTen)
                || Math.abs(powerOfTen) > LARGEST_POWER_OF_TEN
                || Math.abs(exponent) > LARGEST_POWER_OF_TEN) {
            throw new Undecidable("a power is too large");
        }
    }

    /** Drops a real or imaginary part that is only rounding. */
    static BigComplex clean(BigComplex z) {
        BigDecimal least = size(z).multiply(RESIDUE);
        BigDecimal re = z.re.abs().compareTo(least) <= 0 ? BigDecimal.ZERO : z.re;
        BigDecimal im = z.im.abs().compareTo(least) <= 0 ? BigDecimal.ZERO : z.im;
        return BigComplex.valueOf(re, im);
    }

    static boolean isZero(BigComplex z) {
        return z.re.signum() == 0 && z.im.signum() == 0;
    }

    /** The larger of the absolute values of both parts: as good a norm as the absolute value, and exact. */
    static BigDecimal size(BigComplex z) {
        return z.re.abs().max(z.im.abs());
    }
}
