package dev.touchstone.suites.extract.algebra;

import static java.util.Map.entry;

import ch.obermuhlner.math.big.BigComplex;
import ch.obermuhlner.math.big.BigDecimalMath;
import dev.touchstone.suites.extract.algebra.Expression.Call;
import dev.touchstone.suites.extract.algebra.Expression.Literal;
import dev.touchstone.suites.extract.algebra.Expression.Symbol;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The value of an expression at a point. */
final class Evaluator {

    static final Map<String, BigComplex> CONSTANTS = Map.of(
            "i", BigComplex.I,
            "e", BigComplex.valueOf(BigDecimalMath.e(Numbers.DIGITS)),
            "\\pi", BigComplex.valueOf(BigDecimalMath.pi(Numbers.DIGITS)));

    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            entry("+", x -> Numbers.add(x.get(0), x.get(1))),
            entry(
                    "-",
                    x -> x.size() == 1
                            ? x.get(0).negate()
                            : Numbers.add(x.get(0), x.get(1).negate())),
            entry("*", x -> Numbers.multiply(x.get(0), x.get(1))),
            entry("/", x -> Numbers.divide(x.get(0), x.get(1))),
            entry("^", x -> Functions.power(x.get(0), x.get(1))),
            entry("\\sqrt", x -> Functions.root(index(x.get(0)), x.get(1))),
            entry("\\log", x -> Functions.log(x.get(0), x.get(1))),
            entry("\\ln", x -> Functions.ln(x.get(0))),
            entry("\\exp", x -> Functions.power(CONSTANTS.get("e"), x.get(0))),
            entry("\\sin", x -> Functions.sin(x.get(0))),
            entry("\\cos", x -> Functions.cos(x.get(0))),
            entry("\\tan", x -> Numbers.divide(Functions.sin(x.get(0)), Functions.cos(x.get(0)))),
            entry("\\cot", x -> Numbers.divide(Functions.cos(x.get(0)), Functions.sin(x.get(0)))),
            entry("\\sec", x -> Numbers.divide(BigComplex.ONE, Functions.cos(x.get(0)))),
            entry("\\csc", x -> Numbers.divide(BigComplex.ONE, Functions.sin(x.get(0)))),
            entry("\\arcsin", x -> Functions.arcsin(x.get(0))),
            entry("\\arccos", x -> Functions.arccos(x.get(0))),
            entry("\\arctan", x -> Functions.arctan(x.get(0))),
            entry("|", x -> Functions.abs(x.get(0))),
            entry("\\lfloor", x -> Functions.round(x.get(0), RoundingMode.FLOOR)),
            entry("\\lceil", x -> Functions.round(x.get(0), RoundingMode.CEILING)),
            entry("!", x -> Functions.factorial(x.get(0))),
            entry("\\binom", x -> Functions.binomial(x.get(0), x.get(1))));

    private final Map<String, BigComplex> point;

    Evaluator(Map<String, BigComplex> point) {
        this.point = point;
    }

    /**
     * The value, to some 95 digits.
     *
     * @throws OffDomain where there is none at this point
     * @throws Undecidable where it cannot be computed
     */
    BigComplex value(Expression expression) {
        if (expression instanceof Literal literal) {
            return BigComplex.valueOf(literal.value());
        }
        if (expression instanceof Symbol symbol) {
            return CONSTANTS.getOrDefault(symbol.name(), point.get(symbol.name()));
        }
        Call call = (Call) expression;
        return FUNCTIONS
                .get(call.function())
                .apply(call.arguments().stream().map(this::value).toList());
    }

    private static int index(BigComplex index) {
        boolean legal = index.isReal() && index.re.stripTrailingZeros().scale() <= 0 && index.re.signum() > 0;
        if (!legal || index.re.precision() > 2) {
            throw new Undecidable("a root has an index that is no number from 2 to 99");
        }
        return index.re.intValueExact();
    }

    @FunctionalInterface
    private interface Function {

        BigComplex apply(List<BigComplex> arguments);
    }
}
