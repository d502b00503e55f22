package dev.touchstone.suites.extract.algebra;

import ch.obermuhlner.math.big.BigComplex;
import ch.obermuhlner.math.big.BigComplexMath;
import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The functions of school mathematics on {@link Numbers}; of real numbers only, but for roots, absolute values and e's powers. */
final class Functions {

    private static final MathContext DIGITS = Numbers.DIGITS;
    private static final BigDecimal LARGEST_ANGLE = new BigDecimal("1e9");
    private static final BigDecimal SMALLEST_ANGLE = new BigDecimal("1e-60");
    private static final int LARGEST_FACTORIAL = 1_000;

    private Functions() {}

    static BigComplex power(BigComplex base, BigComplex exponent) {
        if (exponent.isReal() && isWhole(exponent.re)) {
            Numbers.checkSize(exponent.re.doubleValue(), BigDecimal.ONE);
            return Numbers.power(base, exponent.re.longValueExact());
        }
        if (exponent.isReal() && exponent.re.compareTo(new BigDecimal("0.5")) == 0) {
            return root(2, base);
        }
        if (!base.isReal() || base.re.signum() <= 0) {
            throw new OffDomain("a broken power of what is not positive");
        }
        Numbers.checkSize(Numbers.size(exponent).doubleValue(), base.re);
        BigComplex logarithm = BigComplex.valueOf(BigDecimalMath.log(base.re, DIGITS));
        return Numbers.clean(BigComplexMath.exp(logarithm.multiply(exponent, DIGITS), DIGITS));
    }

    /** The principal square root; of odd index the real root, negative for a negative number as schools have it. */
    static BigComplex root(int index, BigComplex x) {
        if (Numbers.isZero(x)) {
            return BigComplex.ZERO;
        }
        if (x.isReal() && (x.re.signum() > 0 || index % 2 == 1)) {
            BigDecimal root = BigDecimalMath.root(x.re.abs(), BigDecimal.valueOf(index), DIGITS);
            return BigComplex.valueOf(x.re.signum() > 0 ? root : root.negate());
        }
        if (index != 2) {
            throw new OffDomain("an even root of what is not positive");
        }
        return x.isReal()
                ? BigComplex.valueOf(BigDecimal.ZERO, BigDecimalMath.sqrt(x.re.negate(), DIGITS))
                : Numbers.clean(BigComplexMath.sqrt(x, DIGITS));
    }

    static BigComplex log(BigComplex base, BigComplex x) {
        return Numbers.divide(BigComplex.valueOf(ln(positive(x))), BigComplex.valueOf(ln(positive(base))));
    }

    static BigComplex ln(BigComplex x) {
        return BigComplex.valueOf(ln(positive(x)));
    }

    private static BigDecimal ln(BigDecimal x) {
        return snap(BigDecimalMath.log(x, DIGITS));
    }

    private static BigDecimal positive(BigComplex x) {
        if (!x.isReal() || x.re.signum() <= 0) {
            throw new OffDomain("the logarithm of what is not positive");
        }
        return x.re;
    }

    static BigComplex sin(BigComplex x) {
        return BigComplex.valueOf(snap(BigDecimalMath.sin(angle(x), DIGITS)));
    }

    static BigComplex cos(BigComplex x) {
        return BigComplex.valueOf(snap(BigDecimalMath.cos(angle(x), DIGITS)));
    }

    private static BigDecimal angle(BigComplex x) {
        BigDecimal angle = real(x);
        if (angle.signum() != 0
                && (angle.abs().compareTo(LARGEST_ANGLE) > 0 || angle.abs().compareTo(SMALLEST_ANGLE) < 0)) {
            throw new Undecidable("an angle is too large or too small");
        }
        return angle;
    }

    static BigComplex arcsin(BigComplex x) {
        return BigComplex.valueOf(BigDecimalMath.asin(withinOne(x), DIGITS));
    }

    static BigComplex arccos(BigComplex x) {
        return BigComplex.valueOf(snap(BigDecimalMath.acos(withinOne(x), DIGITS)));
    }

    static BigComplex arctan(BigComplex x) {
        return BigComplex.valueOf(BigDecimalMath.atan(real(x), DIGITS));
    }

    private static BigDecimal withinOne(BigComplex x) {
        if (real(x).abs().compareTo(BigDecimal.ONE) > 0) {
            throw new OffDomain("an angle whose sine would be greater than 1");
        }
        return x.re;
    }

    static BigComplex abs(BigComplex x) {
        return x.isReal() ? BigComplex.valueOf(x.re.abs()) : BigComplex.valueOf(x.abs(DIGITS));
    }

    /** Where rounding could decide between two whole numbers there is no value. */
    static BigComplex round(BigComplex x, RoundingMode mode) {
        BigDecimal nearest = real(x).setScale(0, RoundingMode.HALF_EVEN);
        boolean whole = Numbers.areEqual(x, BigComplex.valueOf(nearest));
        return BigComplex.valueOf(whole ? nearest : x.re.setScale(0, mode));
    }

    static BigComplex factorial(BigComplex n) {
        return BigComplex.valueOf(new BigDecimal(product(1, count(n))));
    }

    static BigComplex binomial(BigComplex n, BigComplex k) {
        int all = count(n);
        int chosen = count(k);
        if (chosen > all) {
            return BigComplex.ZERO;
        }
        return BigComplex.valueOf(new BigDecimal(product(all - chosen + 1, all).divide(product(1, chosen))));
    }

    private static BigInteger product(int from, int to) {
        BigInteger product = BigInteger.ONE;
        for (int i = from; i <= to; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    private static int count(BigComplex n) {
        if (!isWhole(real(n)) || n.re.signum() < 0 || n.re.compareTo(BigDecimal.valueOf(LARGEST_FACTORIAL)) > 0) {
            throw new OffDomain("the factorial of what is not a whole number from 0 to " + LARGEST_FACTORIAL);
        }
        return n.re.intValueExact();
    }

    private static boolean isWhole(BigDecimal x) {
        return x.signum() == 0 || x.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal real(BigComplex x) {
        if (!x.isReal()) {
            throw new OffDomain("a function of what is not real");
        }
        return x.re;
    }

    private static BigDecimal snap(BigDecimal x) {
        return x.abs().compareTo(Numbers.RESIDUE) < 0 ? BigDecimal.ZERO : x;
    }
}
