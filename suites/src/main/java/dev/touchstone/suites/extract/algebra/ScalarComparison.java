package dev.touchstone.suites.extract.algebra;

import static dev.touchstone.suites.extract.algebra.Expression.call;
import static dev.touchstone.suites.extract.algebra.Expression.number;

import ch.obermuhlner.math.big.BigComplex;
import dev.touchstone.suites.extract.algebra.Equivalence.Undecided;
import dev.touchstone.suites.extract.algebra.Form.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Compares expressions at seeded points: one where there are no variables, otherwise eight, four of them positive in each variable. */
final class ScalarComparison {

    private static final int POINTS = 8;
    private static final int FEWEST_POINTS = 3;
    private static final long SEED = 20261124;

    private ScalarComparison() {}

    static Equivalence compare(Expression gold, Expression answer) {
        Set<String> variables = variables(gold, answer);
        List<Boolean> equal = new ArrayList<>();
        for (Evaluator point : points(variables)) {
            try {
                equal.add(Numbers.areEqual(point.value(gold), point.value(answer)));
            } catch (OffDomain e) {
                continue;
            }
        }
        if (equal.size() < (variables.isEmpty() ? 1 : FEWEST_POINTS)) {
            return new Undecided("there are too few points where both have a value");
        }
        return verdict(equal, variables);
    }

    private static Equivalence verdict(List<Boolean> equal, Set<String> variables) {
        if (!equal.contains(false)) {
            return Equivalence.EQUAL;
        }
        if (equal.contains(true)) {
            return new Undecided("both agree in part of their domain");
        }
        return variables.contains(FunctionParser.ANY_BASE)
                ? new Undecided("a logarithm has no base")
                : Equivalence.DIFFERENT;
    }

    /** Relations are the same if the difference of the sides of one is a constant multiple of the other's, a positive one for inequalities. */
    static Equivalence compare(Relation gold, Relation answer) {
        Expression goldDifference = call("-", gold.left(), gold.right());
        Expression answerDifference = call("-", answer.left(), answer.right());
        Set<String> variables = variables(goldDifference, answerDifference);
        List<BigComplex> ratios = new ArrayList<>();
        for (Evaluator point : points(variables)) {
            try {
                ratios.add(Numbers.divide(point.value(goldDifference), point.value(answerDifference)));
            } catch (OffDomain e) {
                continue;
            }
        }
        boolean comparable = !variables.isEmpty()
                && ratios.size() >= FEWEST_POINTS
                && gold.sign().equals(answer.sign());
        boolean oriented = gold.sign().equals("<") || gold.sign().equals("\u2264");
        return comparable && ratios.stream().allMatch(ratio -> same(ratio, ratios.get(0), oriented))
                ? Equivalence.EQUAL
                : new Undecided("the relations are no multiples of each other");
    }

    private static boolean same(BigComplex ratio, BigComplex first, boolean positive) {
        return Numbers.areEqual(ratio, first)
                && !Numbers.isZero(first)
                && (!positive || (first.isReal() && first.re.signum() > 0));
    }

    /** The same answer in the unit of numbers: a percentage as a part of 1, degrees as an angle. */
    static Expression withoutUnit(Expression value, String unit) {
        return switch (unit) {
            case "percent" -> call("/", value, number(100));
            case "degree" -> call("/", call("*", value, new Expression.Symbol("\\pi")), number(180));
            default -> value;
        };
    }

    private static Set<String> variables(Expression first, Expression second) {
        Set<String> variables = new TreeSet<>();
        first.variables(variables);
        second.variables(variables);
        return variables;
    }

    private static List<Evaluator> points(Set<String> variables) {
        Random random = new Random(SEED);
        List<Evaluator> points = new ArrayList<>();
        for (int i = 0; i < (variables.isEmpty() ? 1 : POINTS); i++) {
            Map<String, BigComplex> point = new HashMap<>();
            for (String variable : variables) {
                boolean negative = i >= POINTS / 2 && random.nextBoolean() && !variable.equals(FunctionParser.ANY_BASE);
                BigDecimal size = BigDecimal.valueOf(300_000_007L + random.nextInt(1_000_000_000), 9);
                point.put(variable, BigComplex.valueOf(negative ? size.negate() : size));
            }
            points.add(new Evaluator(point));
        }
        return points;
    }
}
