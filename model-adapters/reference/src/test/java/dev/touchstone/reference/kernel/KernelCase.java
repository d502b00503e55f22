package dev.touchstone.reference.kernel;

import java.util.Random;

/** Runs every kernel on the same input and returns all that it wrote, for comparisons bit by bit. */
public final class KernelCase {

    /** Below, at and above one vector and one virtual lane round, primes, and a few hundred. */
    public static final int[] AWKWARD = {1, 2, 3, 7, 8, 13, 15, 16, 17, 31, 32, 33, 64, 97, 207, 577};

    private KernelCase() {}

    /** Numbers N(0, 1), some of them zero, huge, tiny or negative zero. */
    public static float[] numbers(int length, long seed) {
        float[] extremes = {0f, -0f, 1e18f, -1e18f, 1e-30f, -1e-30f, 87f, -88f, 100f, -104f};
        Random random = new Random(seed);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] =
                    random.nextInt(16) == 0 ? extremes[random.nextInt(extremes.length)] : (float) random.nextGaussian();
        }
        return numbers;
    }

    /** {@code y} after {@link Kernels#accumulate}. */
    public static float[] accumulate(Kernels kernels, int rows, int depth, int panels) {
        return product(kernels::accumulate, rows, depth, panels);
    }

    /** {@code y} after {@link Kernels#multiply}. */
    public static float[] multiply(Kernels kernels, int rows, int depth, int panels) {
        return product(kernels::multiply, rows, depth, panels);
    }

    private static float[] product(Product product, int rows, int depth, int panels) {
        float[] weights = numbers(3 + panels * depth * Panels.WIDTH, 2);
        float[] y = numbers(5 + rows * panels * Panels.WIDTH, 3);
        product.compute(
                new Rows(numbers(1 + rows * (depth + 2), 1), 1, depth + 2, rows),
                new Panels(weights, 3, depth * Panels.WIDTH, panels, depth),
                new Rows(y, 5, panels * Panels.WIDTH, rows));
        return y;
    }

    public static float[] rmsNorm(Kernels kernels, int length) {
        float[] y = new float[length + 4];
        kernels.rmsNorm(row(numbers(length + 3, 4), 3), numbers(length, 5), 1e-5f, row(y, 4));
        return y;
    }

    public static float[] softmax(Kernels kernels, int length, float scale) {
        float[] x = numbers(length + 1, 6);
        kernels.softmax(row(x, 1), length, scale);
        return x;
    }

    public static float[] swiglu(Kernels kernels, int length) {
        float[] gate = numbers(length + 2, 7);
        kernels.swiglu(row(gate, 2), row(numbers(length + 1, 8), 1), length);
        return gate;
    }

    public static float[] exponentials(Kernels kernels, int length) {
        float[] y = new float[length];
        kernels.exponentials(row(numbers(length + 1, 9), 1), length, 0.7f, y);
        return y;
    }

    private static Rows row(float[] data, int offset) {
        return new Rows(data, offset, 0, 1);
    }

    private interface Product {
        void compute(Rows x, Panels w, Rows y);
    }
}
