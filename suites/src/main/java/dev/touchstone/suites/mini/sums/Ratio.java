package dev.touchstone.suites.mini.sums;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param top carries the sign
 * @param bottom at least 1
 */
record Ratio(long top, long bottom) implements Comparable<Ratio> {

    static final Ratio ZERO = whole(0);
    static final Ratio ONE = whole(1);

    static Ratio whole(long number) {
        return new Ratio(number, 1);
    }

    /** @throws ArithmeticException if bottom is 0 */
    static Ratio of(long top, long bottom) {
        if (bottom == 0) {
            throw new ArithmeticException("division of " + top + " by zero");
        }
        long shared = BigInteger.valueOf(top).gcd(BigInteger.valueOf(bottom)).longValueExact() * (bottom < 0 ? -1 : 1);
        return new Ratio(top / shared, bottom / shared);
    }

    static Ratio of(boolean truth) {
        return truth ? ONE : ZERO;
    }

    Ratio plus(Ratio other) {
        return of(
                Math.addExact(Math.multiplyExact(top, other.bottom), Math.multiplyExact(other.top, bottom)),
                Math.multiplyExact(bottom, other.bottom));
    }

    Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    Ratio times(Ratio other) {
        return of(Math.multiplyExact(top, other.top), Math.multiplyExact(bottom, other.bottom));
    }

    Ratio over(Ratio other) {
        return of(Math.multiplyExact(top, other.bottom), Math.multiplyExact(bottom, other.top));
    }

    Ratio negated() {
        return new Ratio(-top, bottom);
    }

    Ratio power(long exponent) {
        Ratio power = ONE;
        for (long i = 0; i < exponent; i++) {
            power = power.times(this);
        }
        return power;
    }

    boolean isWhole() {
        return bottom == 1;
    }

    /** @throws ArithmeticException if it is a fraction */
    long toWhole() {
        if (!isWhole()) {
            throw new ArithmeticException(this + " is not a whole number");
        }
        return top;
    }

    /** As LaTeX: {@code -\frac{2}{3}}. */
    String toLatex() {
        return isWhole() ? toString() : (top < 0 ? "-" : "") + "\\frac{" + Math.abs(top) + "}{" + bottom + "}";
    }

    @Override
    public int compareTo(Ratio other) {
        return Long.signum(minus(other).top);
    }

    @Override
    public String toString() {
        return isWhole() ? String.valueOf(top) : top + "/" + bottom;
    }
}
