package dev.touchstone.suites.mini.sums;

import static dev.touchstone.suites.mini.sums.MathChecks.whole;

import dev.touchstone.suites.mini.sums.MathChecks.Check;
import java.util.Map;
import java.util.stream.IntStream;

/** Checks of the answers in precalculus. */
final class PrecalculusChecks {

    private PrecalculusChecks() {}

    static void add(Map<String, Check> checks) {
        checks.put("vector-sum", (n, gold) -> gold.equals(vector(n[0] + n[2], n[1] + n[3])));
        checks.put("dot-product", PrecalculusChecks::cosineRule);
        checks.put("determinant", (n, gold) -> n[0] * n[3] - n[1] * n[2] == whole(gold));
        checks.put("largest-value", (n, gold) -> {
            double largest = IntStream.range(0, 36_000)
                    .mapToDouble(i -> n[0] * Math.sin(n[1] * Math.toRadians(i / 100.0)) + n[2])
                    .max()
                    .orElseThrow();
            return Math.abs(largest - whole(gold)) < 0.01;
        });
        checks.put("angles", (n, gold) -> inDegrees(n, gold));
        checks.put(
                "matrix-times-vector",
                (n, gold) -> gold.equals(vector(n[0] * n[4] + n[1] * n[5], n[2] * n[4] + n[3] * n[5])));
        checks.put(
                "distance-in-space",
                (n, gold) -> Numbers.isRoot(gold, Math.hypot(Math.hypot(last(n, 3), last(n, 2)), last(n, 1))));
        checks.put("complex-product", PrecalculusChecks::modulusAndValue);
    }

    /** 2 u·v = |u|² + |v|² - |u - v|². */
    private static boolean cosineRule(long[] n, String gold) {
        return 2 * whole(gold) == square(n[0], n[1]) + square(n[2], n[3]) - square(n[0] - n[2], n[1] - n[3]);
    }

    /** Both factors are multiplied by e to the sum of their angles. */
    private static boolean modulusAndValue(long[] n, String gold) {
        double modulus = Math.hypot(n[0], n[1]) * Math.hypot(n[2], n[3]);
        double angle = Math.atan2(n[1], n[0]) + Math.atan2(n[3], n[2]);
        return gold.equals(Math.round(modulus * Math.cos(angle)) + " + " + Math.round(modulus * Math.sin(angle)) + "i");
    }

    /** The text has only sines and cosines that are 1/2 first, then functions that are 1: see {@code words} of the table. */
    private static boolean inDegrees(long[] n, String gold) {
        double half = n[1] == 30 ? Math.sin(Math.toRadians(30)) : Math.cos(Math.toRadians(n[1]));
        double one = switch (Math.toIntExact(n[3])) {
            case 45 -> Math.tan(Math.toRadians(45));
            case 90 -> Math.sin(Math.toRadians(90));
            default -> Math.cos(Math.toRadians(n[3]));
        };
        return Math.abs(n[0] * half + n[2] * one - whole(gold)) < 1e-9;
    }

    private static long square(long x, long y) {
        return x * x + y * y;
    }

    private static long last(long[] n, int fromEnd) {
        return n[n.length - fromEnd];
    }

    private static String vector(long x, long y) {
        return "\\begin{pmatrix} " + x + " \\\\ " + y + " \\end{pmatrix}";
    }
}
