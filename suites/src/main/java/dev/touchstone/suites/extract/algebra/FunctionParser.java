package dev.touchstone.suites.extract.algebra;

import static dev.touchstone.suites.extract.algebra.Expression.call;

import dev.touchstone.suites.extract.algebra.Expression.Symbol;
import java.util.Set;

/** Functions by name and their arguments, with or without brackets: {@code \sin(x)}, {@code \sin 2x}, {@code \log_2 8}, {@code \sin^2 x}. */
final class FunctionParser {

    /** The base of a logarithm that has none: a variable, since it is 10 for some and e for others. */
    static final String ANY_BASE = "base of \\log";

    private static final Set<String> NAMES = Set.of(
            "\\sin",
            "\\cos",
            "\\tan",
            "\\cot",
            "\\sec",
            "\\csc",
            "\\arcsin",
            "\\arccos",
            "\\arctan",
            "\\ln",
            "\\log",
            "\\exp");

    private static final Set<String> BRACKETS = Set.of("(", "[", "{");

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final PrimaryParser primary;

    FunctionParser(Tokens tokens, ExpressionParser expressions, PrimaryParser primary) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.primary = primary;
    }

    boolean starts() {
        return NAMES.contains(tokens.peek());
    }

    Expression read() {
        String name = tokens.take();
        Expression base = name.equals("\\log") ? base() : null;
        Expression exponent = tokens.takeIf("^") ? exponent() : null;
        Expression argument = BRACKETS.contains(tokens.peek()) ? bracketed() : plain();
        Expression value = base == null ? call(name, argument) : call(name, base, argument);
        return exponent == null ? value : call("^", value, exponent);
    }

    private Expression base() {
        return tokens.takeIf("_") ? expressions.argument() : new Symbol(ANY_BASE);
    }

    private Expression exponent() {
        Expression exponent = expressions.argument();
        if (!exponent.isInteger()) {
            throw new Undecidable("the power of a function is no whole number; -1 could mean its inverse");
        }
        return exponent;
    }

    private Expression bracketed() {
        Expression argument = primary.read();
        if (tokens.peek().equals("^") || (primary.starts() && !starts())) {
            throw new Undecidable("a function's argument can end in two places");
        }
        return argument;
    }

    private Expression plain() {
        Expression argument = expressions.power();
        while (primary.starts() && !starts() && !BRACKETS.contains(tokens.peek()) && !tokens.isDigit()) {
            argument = call("*", argument, expressions.power());
        }
        if (tokens.peek().equals("/") || (primary.starts() && !starts())) {
            throw new Undecidable("a function's argument can end in two places");
        }
        return argument;
    }
}
