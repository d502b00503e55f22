package dev.touchstone.suites.mini.sums;

import java.math.BigInteger;
import java.util.List;

/** The functions that expressions may call, all on whole numbers except {@code abs}, {@code floor} and {@code whole}. */
final class Functions {

    private Functions() {}

    /** @throws IllegalArgumentException if there is no such function of that many arguments */
    static Ratio call(String name, List<Ratio> arguments) {
        return switch (name + "/" + arguments.size()) {
            case "abs/1" -> arguments.get(0).top() < 0 ? arguments.get(0).negated() : arguments.get(0);
            case "floor/1" ->
                Ratio.whole(
                        Math.floorDiv(arguments.get(0).top(), arguments.get(0).bottom()));
            case "whole/1" -> Ratio.of(arguments.get(0).isWhole());
            case "squarefree/1" -> Ratio.of(isSquareFree(arguments.get(0).toWhole()));
            case "gcd/2" ->
                Ratio.whole(BigInteger.valueOf(arguments.get(0).toWhole())
                        .gcd(BigInteger.valueOf(arguments.get(1).toWhole()))
                        .longValueExact());
            case "mod/2" ->
                Ratio.whole(Math.floorMod(
                        arguments.get(0).toWhole(), arguments.get(1).toWhole()));
            default ->
                throw new IllegalArgumentException("no function " + name + " of " + arguments.size()
                        + " arguments; use abs(x), floor(x), whole(x), squarefree(n), gcd(n, m) or mod(n, m)");
        };
    }

    /** Whether the square root can't be made simpler; 1 is left out too, as its root is no root. */
    private static boolean isSquareFree(long number) {
        for (long root = 2; root * root <= number; root++) {
            if (number % (root * root) == 0) {
                return false;
            }
        }
        return number > 1;
    }
}
