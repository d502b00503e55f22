package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Expressions.And;
import dev.touchstone.suites.jinja.Expressions.Arithmetic;
import dev.touchstone.suites.jinja.Expressions.Comparison;
import dev.touchstone.suites.jinja.Expressions.Concatenation;
import dev.touchstone.suites.jinja.Expressions.Conditional;
import dev.touchstone.suites.jinja.Expressions.Negative;
import dev.touchstone.suites.jinja.Expressions.Not;
import dev.touchstone.suites.jinja.Expressions.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions, the loosest binding first: Jinja2's {@code parser.py}, from {@code parse_condexpr} to {@code parse_unary}. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final OperandParser operands;

    ExpressionParser(Tokens tokens, Map<String, ? extends Filter> filters, Dialect dialect) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this, filters, dialect);
    }

    /** An expression, or several with commas between, which are a tuple. */
    Expression tuple() {
        Expression first = expression();
        if (!tokens.atOperator(",")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.acceptOperator(",") && !tokens.at(Token.Kind.END)) {
            elements.add(expression());
        }
        return new Expressions.ListOf(elements, true);
    }

    Expression expression() {
        Expression value = or();
        while (tokens.acceptName("if")) {
            Expression condition = or();
            value = new Conditional(condition, value, tokens.acceptName("else") ? expression() : null);
        }
        return value;
    }

    /** What a loop goes over: an expression without a condition behind it. */
    Expression unconditional() {
        return or();
    }

    private Expression or() {
        Expression left = and();
        while (tokens.acceptName("or")) {
            left = new Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.acceptName("and")) {
            left = new And(left, not());
        }
        return left;
    }

    private Expression not() {
        return tokens.acceptName("not") ? new Not(not()) : comparison();
    }

    private Expression comparison() {
        Expression first = sum();
        List<String> operators = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        while (atComparison()) {
            operators.add(comparisonOperator());
            others.add(sum());
        }
        return operators.isEmpty() ? first : new Comparison(first, operators, others);
    }

    private boolean atComparison() {
        boolean notIn = tokens.atName("not") && tokens.peekSecond().is(Token.Kind.NAME, "in");
        return notIn
                || tokens.atName("in")
                || tokens.at(Token.Kind.OPERATOR)
                        && COMPARISONS.contains(tokens.peek().text());
    }

    private String comparisonOperator() {
        if (tokens.acceptName("not")) {
            tokens.expectName("in");
            return "not in";
        }
        return tokens.take().text();
    }

    private Expression sum() {
        Expression left = concatenation();
        while (tokens.atOperator("+") || tokens.atOperator("-")) {
            left = new Arithmetic(tokens.take().text(), left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        Expression first = product();
        if (!tokens.atOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.acceptOperator("~")) {
            parts.add(product());
        }
        return new Concatenation(parts);
    }

    private Expression product() {
        Expression left = power();
        while (tokens.atOperator("*") || tokens.atOperator("/") || tokens.atOperator("//") || tokens.atOperator("%")) {
            left = new Arithmetic(tokens.take().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = unary(true);
        while (tokens.acceptOperator("**")) {
            left = new Arithmetic("**", left, unary(true));
        }
        return left;
    }

    private Expression unary(boolean filtered) {
        Expression operand;
        if (tokens.acceptOperator("-")) {
            operand = new Negative(unary(false));
        } else if (tokens.acceptOperator("+")) {
            operand = unary(false);
        } else {
            operand = operands.operand();
        }
        return filtered ? operands.filtered(operand) : operand;
    }
}
