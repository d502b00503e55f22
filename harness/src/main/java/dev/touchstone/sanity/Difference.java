package dev.touchstone.sanity;

/**
 * How the logits of two computations differ in the bits.
 *
 * @param rows positions that were compared
 * @param different positions with a logit that differs
 * @param first the first such position, or -1
 * @param largest largest absolute difference of two logits; NaN if one of them is no number
 */
record Difference(int rows, int different, int first, double largest) {

    /** Compares the first {@code rows} positions of {@code a} [positions, logits] with those of {@code b}. */
    static Difference between(float[][] a, float[][] b, int rows) {
        int different = 0;
        int first = -1;
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            if (!sameBits(a[row], b[row])) {
                first = different == 0 ? row : first;
                different++;
                largest = Math.max(largest, largest(a[row], b[row]));
            }
        }
        return new Difference(rows, different, first, largest);
    }

    boolean isNone() {
        return different == 0;
    }

    /** Both together; the first position is the earlier one. */
    Difference plus(Difference other) {
        int earlier = first < 0 || other.first < 0 ? Math.max(first, other.first) : Math.min(first, other.first);
        return new Difference(
                rows + other.rows, different + other.different, earlier, Math.max(largest, other.largest));
    }

    /** {@code 3 of 40 positions differ, the first is 17, by at most 0.125}. */
    String inWords() {
        return different + " of " + rows + " positions differ, the first is " + first + ", by at most "
                + Figures.decimal(largest);
    }

    /** The largest absolute difference. */
    static double largest(float[] a, float[] b) {
        if (a.length != b.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }

    private static boolean sameBits(float[] a, float[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Float.floatToRawIntBits(a[i]) != Float.floatToRawIntBits(b[i])) {
                return false;
            }
        }
        return true;
    }
}
