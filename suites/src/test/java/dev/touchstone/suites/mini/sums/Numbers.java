package dev.touchstone.suites.mini.sums;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Reads numbers in texts and compares answers of MATH. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Numbers() {}

    /** All numbers in a text, without signs. */
    static long[] in(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToLong(number -> Long.parseLong(number.group()))
                .toArray();
    }

    /** Whether an answer is this fraction, in lowest terms and as MATH writes it. */
    static boolean isFraction(String answer, long top, long bottom) {
        long shared = BigInteger.valueOf(top).gcd(BigInteger.valueOf(bottom)).longValue();
        return answer.equals(
                bottom == shared
                        ? String.valueOf(top / shared)
                        : "\\frac{" + top / shared + "}{" + bottom / shared + "}");
    }

    /** Whether an answer is a square root that can't be made simpler, of this value. */
    static boolean isRoot(String answer, double value) {
        long[] inside = in(answer);
        return answer.equals("\\sqrt{" + inside[0] + "}")
                && Math.abs(Math.sqrt(inside[0]) - value) < 1e-9
                && LongStream.rangeClosed(2, inside[0]).noneMatch(root -> inside[0] % (root * root) == 0);
    }
}
