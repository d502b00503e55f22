package dev.touchstone.reference.quantization;

/**
 * How the error of a column goes to the columns after it (GPTQ, algorithm 1): the upper triangular U with H^-1 = U'U, where H = 2 X'X and 1 % of the mean
 * of its diagonal is added to the diagonal. In double, in plain loops.
 *
 * @param upper [width, width]
 * @param dead inputs that were always 0: whatever their weights, the output is the same, and they become 0
 */
record ErrorSpread(double[] upper, boolean[] dead) {

    private static final double DAMPING = 0.01;

    static ErrorSpread of(double[] products, int width) {
        boolean[] dead = new boolean[width];
        double[] h = new double[products.length];
        for (int i = 0; i < h.length; i++) {
            h[i] = 2 * products[i];
        }
        double trace = 0;
        for (int i = 0; i < width; i++) {
            dead[i] = h[i * width + i] == 0;
            h[i * width + i] = dead[i] ? 1 : h[i * width + i];
            trace += h[i * width + i];
        }
        for (int i = 0; i < width; i++) {
            h[i * width + i] += DAMPING * trace / width;
        }
        factor(h, width);
        return new ErrorSpread(inverse(h, width), dead);
    }

    /** Makes of symmetric H the upper triangular R with H = R R', from the last row up: the inverse of R is U. */
    private static void factor(double[] h, int width) {
        for (int k = width - 1; k >= 0; k--) {
            double pivot = Math.sqrt(h[k * width + k]);
            h[k * width + k] = pivot;
            // Column k of R; it stands in row k of the lower triangle, where the loops below find it side by side.
            for (int i = 0; i < k; i++) {
                h[k * width + i] /= pivot;
            }
            for (int i = 0; i < k; i++) {
                subtract(h[k * width + i], h, k * width, i * width, i + 1);
            }
            for (int i = 0; i < k; i++) {
                h[i * width + k] = h[k * width + i];
            }
        }
    }

    /** The inverse of the upper triangle of R, from the last row up: row i is (e(i) - sum over j > i of R(i, j) row j) / R(i, i). */
    private static double[] inverse(double[] r, int width) {
        double[] u = new double[r.length];
        for (int i = width - 1; i >= 0; i--) {
            u[i * width + i] = 1;
            for (int j = i + 1; j < width; j++) {
                subtract(r[i * width + j], u, j * width + j, i * width + j, width - j);
            }
            for (int j = i; j < width; j++) {
                u[i * width + j] /= r[i * width + i];
            }
        }
        return u;
    }

    private static void subtract(double factor, double[] numbers, int from, int to, int length) {
        for (int j = 0; j < length; j++) {
            numbers[to + j] -= factor * numbers[from + j];
        }
    }
}
