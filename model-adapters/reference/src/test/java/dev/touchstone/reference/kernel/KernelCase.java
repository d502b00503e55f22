package dev.touchstone.reference.kernel;

import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Rounding;
import java.util.Arrays;
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

    /** Codes of that many bits, with zeros, scales and an awkward last group; four bits with levels when {@code bits} is -4. */
    private static CodePanel codes(int bits, int depth) {
        return codes(bits, depth, 10);
    }

    private static CodePanel codes(int bits, int depth, long seed) {
        Random random = new Random(seed);
        PackedCodes codes = new PackedCodes(Math.abs(bits), depth);
        for (int k = 0; k < depth; k++) {
            for (int n = 0; n < Panels.WIDTH; n++) {
                codes.set(k, n, random.nextInt(codes.mask() + 1));
            }
        }
        int group = 64;
        int places = (depth + group - 1) / group * Panels.WIDTH;
        byte[] zeros = new byte[places];
        float[] scales = new float[places];
        for (int i = 0; i < places; i++) {
            zeros[i] = (byte) random.nextInt(codes.mask() + 1);
            scales[i] = (float) Math.exp(random.nextGaussian() * 20);
        }
        float[] levels = bits < 0 ? numbers(16, 11) : new float[0];
        return new CodePanel(codes, group, zeros, levels, scales);
    }

    /** What {@link Kernels#unpack} writes. */
    public static float[] unpack(Kernels kernels, int bits, int depth) {
        float[] factors = new float[depth * Panels.WIDTH];
        kernels.unpack(codes(bits, depth), factors);
        return factors;
    }

    /** The same with scales so small that they can't be divided. */
    public static float[] unpackTiny(Kernels kernels, int bits, int depth) {
        CodePanel panel = codes(bits, depth);
        float[] scales = new float[panel.scales().length];
        Arrays.fill(scales, 13 * Float.MIN_VALUE);
        float[] factors = new float[depth * Panels.WIDTH];
        kernels.unpack(new CodePanel(panel.codes(), panel.group(), new byte[] {1}, panel.levels(), scales), factors);
        return factors;
    }

    /** {@code y} after {@link Kernels#accumulate} of a row with codes. */
    public static float[] accumulateCodes(Kernels kernels, int bits, int depth) {
        float[] y = numbers(Panels.WIDTH + 3, 12);
        int from = depth < 8 ? 0 : 4;
        kernels.accumulate(row(numbers(depth + 2, 13), 2), codes(bits, depth), from, depth - from, row(y, 3));
        return y;
    }

    /** {@code y} after the two panels of a pair, with or without scales. */
    public static float[] accumulatePair(Kernels kernels, int bits, int depth, boolean scaled) {
        float[] y = numbers(2 * Panels.WIDTH + 3, 12);
        int from = depth < 8 ? 0 : 4;
        CodePanel first = codes(bits, depth);
        CodePanel drawn = codes(bits, depth, 20);
        float[] scales = scaled || bits < 0 ? first.scales() : new float[0];
        float[] others = scaled || bits < 0 ? drawn.scales() : new float[0];
        CodePair pair = new CodePair(
                new CodePanel(first.codes(), first.group(), first.zeros(), first.levels(), scales),
                new CodePanel(drawn.codes(), first.group(), drawn.zeros(), first.levels(), others));
        kernels.accumulate(row(numbers(depth + 2, 13), 2), pair, from, depth - from, row(y, 3));
        return y;
    }

    /** Whole numbers, the largest ones among them. */
    public static float[] multiplyWhole(Kernels kernels, int depth) {
        PackedCodes codes = new PackedCodes(Byte.SIZE, depth);
        Random random = new Random(15);
        short[] x = new short[depth];
        for (int k = 0; k < depth; k++) {
            x[k] = (short) (k % 3 == 0 ? -127 : random.nextInt(255) - 127);
            for (int n = 0; n < Panels.WIDTH; n++) {
                codes.set(k, n, n % 5 == 0 ? 0 : n % 5 == 1 ? 254 : random.nextInt(255));
            }
        }
        float[] y = new float[Panels.WIDTH + 3];
        CodePanel panel = new CodePanel(codes, depth, new byte[] {127}, new float[0], new float[0]);
        kernels.multiply(x, panel, row(y, 3));
        return y;
    }

    /** The range, and whole numbers of 8 bits, some of them cut off. */
    public static float[] quantize(Kernels kernels, int length) {
        float[] x = numbers(length + 1, 14);
        float[] codes = new float[length + 5];
        float[] range = new float[2];
        kernels.range(row(x, 1), length, range);
        codes[0] = range[0];
        codes[1] = range[1];
        kernels.quantize(row(x, 1), length, new CodeRule(0.013f, 101, 0, 255), row(codes, 3));
        return codes;
    }

    /** Every finite number of the type, in whole panels. */
    static float[] widen(Kernels kernels, Rounding type) {
        short[] numbers = new short[1 << 16];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.isFinite(type.toFloat((short) i)) ? (short) i : 0;
        }
        float[] into = new float[numbers.length];
        kernels.widen(numbers, type, into);
        return into;
    }

    /** Every number of the type that a weight can have. */
    static float[] widen(Kernels kernels, Float8 type) {
        byte[] numbers = new byte[256];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.abs(type.toFloat((byte) i)) <= type.largest() ? (byte) i : 0;
        }
        float[] into = new float[numbers.length];
        kernels.widen(numbers, type, into);
        return into;
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

    /** Two parts with what becomes of the state, and the factors. */
    public static float[] softmaxParts(Kernels kernels, int length, float scale) {
        float[] x = numbers(2 * length + 5, 6);
        float[] state = {Float.NEGATIVE_INFINITY, 0};
        x[x.length - 1] = kernels.softmaxPart(row(x, 1), length, scale, state);
        x[x.length - 2] = kernels.softmaxPart(row(x, 1 + length), length, scale, state);
        x[x.length - 3] = state[0];
        x[x.length - 4] = state[1];
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
