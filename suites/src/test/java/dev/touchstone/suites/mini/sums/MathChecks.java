package dev.touchstone.suites.mini.sums;

import static dev.touchstone.suites.mini.sums.Numbers.in;
import static dev.touchstone.suites.mini.sums.Numbers.isFraction;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * For each template of MATH, a check of an answer that knows only the problem's text: it puts the answer in, counts cases one by one, or computes
 * in another way than the template does. {@code n} are the numbers in the text, from left to right, exponents and angles too.
 */
final class MathChecks {

    /** Whether an answer is right. */
    interface Check {
        boolean accepts(long[] n, String gold);
    }

    private static final Map<String, Check> CHECKS = new HashMap<>();

    static {
        algebra();
        countingAndProbability();
        geometry();
        intermediateAlgebra();
        numberTheory();
        prealgebra();
        PrecalculusChecks.add(CHECKS);
    }

    private MathChecks() {}

    static Check of(String template) {
        Check check = CHECKS.get(template);
        if (check == null) {
            throw new AssertionError("no check for template '" + template + "'; add one to MathChecks");
        }
        return check;
    }

    private static void algebra() {
        CHECKS.put("linear-plus", (n, gold) -> n[0] * whole(gold) + n[1] == n[2]);
        CHECKS.put("linear-minus", (n, gold) -> n[0] * whole(gold) - n[1] == n[2]);
        CHECKS.put("function-value", (n, gold) -> (n[3] + n[1]) * n[3] + n[2] == whole(gold));
        CHECKS.put("expand", (n, gold) -> {
            long[] square = in(gold);
            return LongStream.range(0, 9).allMatch(x -> (x + n[0]) * (x + n[1]) == x * x + square[1] * x + square[2]);
        });
        CHECKS.put("both-sides", (n, gold) -> n[0] * whole(gold) + n[1] == n[2] * whole(gold) + n[3]);
        CHECKS.put("sum-and-difference", (n, gold) -> {
            long[] pair = in(gold);
            return pair[0] + pair[1] == n[0] && pair[0] - pair[1] == n[1];
        });
        CHECKS.put("slope", (n, gold) -> isFraction(gold, n[3] - n[1], n[2] - n[0]));
        CHECKS.put("sum-of-squares", (n, gold) -> {
            double root = Math.sqrt(n[0] * n[0] - 4.0 * n[1]);
            double x = (n[0] + root) / 2;
            double y = (n[0] - root) / 2;
            return Math.abs(x * x + y * y - whole(gold)) < 1e-9;
        });
    }

    private static void countingAndProbability() {
        CHECKS.put(
                "outfits",
                (n, gold) -> cases(n[0])
                                .flatMap(i -> cases(n[1]).flatMap(j -> cases(n[2])))
                                .count()
                        == whole(gold));
        CHECKS.put("no-rain", (n, gold) -> isFraction(gold, n[1] - n[0], n[1]));
        CHECKS.put(
                "roads",
                (n, gold) -> IntStream.concat(cases(n[0]).flatMap(i -> cases(n[1])), cases(n[2]))
                                .count()
                        == whole(gold));
        CHECKS.put(
                "one-ball", (n, gold) -> isFraction(gold, n[0], LongStream.of(n).sum()));
        CHECKS.put("neither", (n, gold) -> {
            long firstOnly = n[1] - n[3];
            return cases(n[0])
                            .filter(i -> i >= n[1] && (i < firstOnly || i >= firstOnly + n[2]))
                            .count()
                    == whole(gold);
        });
        CHECKS.put(
                "officers",
                (n, gold) -> cases(n[1])
                                .flatMap(girl -> cases(n[0] + n[1]).filter(other -> other != girl))
                                .count()
                        == whole(gold));
        CHECKS.put("expected-value", (n, gold) -> LongStream.of(n).average().orElseThrow() == whole(gold));
        CHECKS.put("two-bags", (n, gold) -> {
            long both = cases(n[0] + n[1])
                    .flatMap(first -> cases(n[2] + n[3]).filter(second -> first < n[0] && second < n[2]))
                    .count();
            return isFraction(gold, both, (n[0] + n[1]) * (n[2] + n[3]));
        });
    }

    private static void geometry() {
        CHECKS.put("third-angle", (n, gold) -> n[0] + n[1] + whole(gold) == 180);
        CHECKS.put("perimeter", (n, gold) -> n[0] + n[1] + n[0] + n[1] == whole(gold));
        CHECKS.put("area-to-perimeter", (n, gold) -> (whole(gold) / 2 - n[1]) * n[1] == n[0]);
        CHECKS.put(
                "box-volume",
                (n, gold) -> cases(n[0])
                                .flatMap(i -> cases(n[1]).flatMap(j -> cases(n[2])))
                                .count()
                        == whole(gold));
        CHECKS.put("similar", (n, gold) -> isFraction(String.valueOf(whole(gold)), n[2] * n[1], n[0]));
        CHECKS.put("hypotenuse", (n, gold) -> Numbers.isRoot(gold, Math.hypot(n[0], n[1])));
        CHECKS.put("ring", (n, gold) -> {
            long radius = Math.max(n[0], n[1]);
            long inner = Math.min(n[0], n[1]);
            return gold.equals((radius + inner) * (radius - inner) + "\\pi");
        });
        CHECKS.put("open-box", (n, gold) -> n[0] * (n[1] - n[0] - n[0]) * (n[2] - n[0] - n[0]) == whole(gold));
    }

    private static void intermediateAlgebra() {
        CHECKS.put("absolute-value", (n, gold) -> Math.abs(whole(gold) - n[0]) == n[1] && whole(gold) > n[0] - n[1]);
        CHECKS.put("complex-sum", (n, gold) -> gold.equals((n[0] + n[2]) + " + " + (n[1] + n[3]) + "i"));
        CHECKS.put("square-root-equation", (n, gold) -> Math.sqrt(whole(gold) + n[0]) == n[1]);
        CHECKS.put("composition", (n, gold) -> (whole(gold) - n[1]) / (double) n[0] / n[2] == n[3]);
        CHECKS.put("remainder-theorem", (n, gold) -> n[2] + n[3] * (n[1] + n[3]) == whole(gold));
        CHECKS.put("arithmetic-sequence", (n, gold) -> {
            boolean ends = n.length == 3;
            return ends
                    && LongStream.iterate(n[0], term -> term + n[1])
                                    .limit(n[2])
                                    .max()
                                    .orElseThrow()
                            == whole(gold);
        });
        CHECKS.put("geometric-series", (n, gold) -> {
            double sum = IntStream.range(0, 100)
                    .mapToDouble(i -> n[0] / Math.pow(n[2], i))
                    .sum();
            return Math.abs(sum - whole(gold)) < 1e-9;
        });
        CHECKS.put("three-roots", (n, gold) -> -(((-1 - n[1]) * -1 + n[3]) * -1 - n[4]) == whole(gold));
    }

    private static void numberTheory() {
        CHECKS.put("remainder", (n, gold) -> n[0] % n[1] == whole(gold));
        CHECKS.put(
                "multiples",
                (n, gold) -> LongStream.rangeClosed(1, n[n.length - 1])
                                .filter(i -> i % n[0] == 0)
                                .count()
                        == whole(gold));
        CHECKS.put(
                "greatest-common-divisor",
                (n, gold) ->
                        BigInteger.valueOf(n[0]).gcd(BigInteger.valueOf(n[1])).longValue() == whole(gold));
        CHECKS.put(
                "to-base-ten", (n, gold) -> Long.parseLong(String.valueOf(n[0]), Math.toIntExact(n[1])) == whole(gold));
        CHECKS.put("units-digit", (n, gold) -> String.valueOf(n[0] * n[1]).endsWith(gold) && gold.length() == 1);
        CHECKS.put(
                "least-common-multiple",
                (n, gold) -> LongStream.rangeClosed(1, n[0] * n[1])
                                .filter(i -> i % n[0] == 0 && i % n[1] == 0)
                                .findFirst()
                                .orElseThrow()
                        == whole(gold));
        CHECKS.put("remainder-of-product", (n, gold) -> n[2] * (n[1] + 7 * n[0]) % n[0] == whole(gold));
        CHECKS.put("multiples-of-either", (n, gold) -> {
            long[] last = n.length == 3 ? n : new long[] {n[1], n[2], n[3]};
            return LongStream.rangeClosed(1, last[0])
                            .filter(i -> i % last[1] == 0 || i % last[2] == 0)
                            .count()
                    == whole(gold);
        });
    }

    private static void prealgebra() {
        CHECKS.put("order-of-operations", (n, gold) -> whole(gold) - n[0] == n[1] * n[2]);
        CHECKS.put("squares", (n, gold) -> Math.pow(n[0], 2) + Math.pow(n[2], 2) - n[4] == whole(gold));
        CHECKS.put("average", (n, gold) -> LongStream.of(n).average().orElseThrow() == whole(gold));
        CHECKS.put("same-price", (n, gold) -> whole(gold) * n[0] == n[1] * n[2]);
        CHECKS.put("percent", (n, gold) -> whole(gold) * 100 == n[0] * n[1]);
        CHECKS.put("ratio", (n, gold) -> whole(gold) * n[1] == (n[2] - whole(gold)) * n[0]);
        CHECKS.put("sum-of-fractions", (n, gold) -> isFraction(gold, n[0] * n[3] + n[2] * n[1], n[1] * n[3]));
        CHECKS.put("new-average", (n, gold) -> whole(gold) * (n[0] + 1) == n[0] * n[1] + n[2]);
    }

    static long whole(String gold) {
        return Long.parseLong(gold);
    }

    private static IntStream cases(long count) {
        return IntStream.range(0, Math.toIntExact(count));
    }
}
