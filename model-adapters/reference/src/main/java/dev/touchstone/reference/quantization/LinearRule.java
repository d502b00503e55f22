package dev.touchstone.reference.quantization;

/**
 * Whole numbers q for weights w of a group: w is about (q - z) s.
 *
 * <p>Symmetric: s = absmax / steps, z = 0, q = clamp(round(w / s)). Asymmetric: s = (max - min) / steps, where max and min include 0; z =
 * clamp(round(-min / s)); q = clamp(round(w / s) + z). A group of zeros, or one so small that s would be 0, has s = 1. All in fp32.
 *
 * @param low smallest q
 * @param high largest q
 * @param steps how many steps the group's range is divided into
 * @param symmetric whether z is always 0
 * @param fixedScale the scale of every group; 0 where each is measured
 */
record LinearRule(int low, int high, int steps, boolean symmetric, float fixedScale) {

    /** q from -127 to 127. */
    static final LinearRule INT8 = new LinearRule(-127, 127, 127, true, 0);

    /** q from 0 to 255 with a zero point. */
    static final LinearRule INT8_ASYMMETRIC = new LinearRule(0, 255, 255, false, 0);

    /** q from -8 to 7; -8 is reached by rounding only, as the largest weight becomes 7 or -7. */
    static final LinearRule INT4 = new LinearRule(-8, 7, 7, true, 0);

    /** q from 0 to 15 with a zero point. */
    static final LinearRule INT4_ASYMMETRIC = new LinearRule(0, 15, 15, false, 0);

    /** q from 0 to 3 with a zero point. */
    static final LinearRule INT2 = new LinearRule(0, 3, 3, false, 0);

    /** q from -1 to 1 with a given scale. */
    static LinearRule ternary(float scale) {
        return new LinearRule(-1, 1, 1, true, scale);
    }

    /** The same with one given scale. */
    LinearRule withScale(float scale) {
        return new LinearRule(low, high, steps, symmetric, scale);
    }

    /**
     * The scale of the weights {@code w[from]} to {@code w[to - 1]}.
     *
     * @return positive; not finite if a weight is not
     */
    float scale(float[] w, int from, int to) {
        return scale(min(w, from, to), max(w, from, to));
    }

    /** The scale of weights from {@code min} to {@code max}, 0 included. */
    float scale(float min, float max) {
        if (fixedScale != 0) {
            return fixedScale;
        }
        float range = symmetric ? Math.max(-min, max) : max - min;
        float scale = range / steps;
        return scale == 0 ? 1 : scale;
    }

    /** The zero point of the weights {@code w[from]} to {@code w[to - 1]}. */
    int zero(float[] w, int from, int to, float scale) {
        return zero(min(w, from, to), scale);
    }

    /** The zero point of weights of which the smallest, or 0, is {@code min}. */
    int zero(float min, float scale) {
        return symmetric ? 0 : clamp((float) Math.rint(-min / scale), low, high);
    }

    /** The code of one weight. */
    int code(float w, float scale, int zero) {
        return clamp((float) Math.rint(w / scale) + zero, low, high);
    }

    private static int clamp(float x, int low, int high) {
        return (int) Math.max(low, Math.min(high, x));
    }

    private static float max(float[] w, int from, int to) {
        float max = 0;
        for (int i = from; i < to; i++) {
            max = Math.max(max, w[i]);
        }
        return max;
    }

    private static float min(float[] w, int from, int to) {
        float min = 0;
        for (int i = from; i < to; i++) {
            min = Math.min(min, w[i]);
        }
        return min;
    }
}
