package dev.touchstone.suites.extract.algebra;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A scalar as a tree. */
sealed interface Expression {

    /** A decimal number, exact. */
    record Literal(BigDecimal value) implements Expression {}

    /** A variable, or one of the constants that {@link Evaluator} knows: {@code e}, {@code i}, {@code \pi}. */
    record Symbol(String name) implements Expression {}

    /** A function of its arguments; operators are functions named {@code + - * / ^}. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    static Expression number(long value) {
        return new Literal(BigDecimal.valueOf(value));
    }

    static Expression call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments));
    }

    /** Adds the names of the variables. */
    default void variables(Set<String> names) {
        if (this instanceof Symbol symbol && !Evaluator.CONSTANTS.containsKey(symbol.name())) {
            names.add(symbol.name());
        } else if (this instanceof Call call) {
            call.arguments().forEach(argument -> argument.variables(names));
        }
    }

    /** Whether it is a whole number as written. */
    default boolean isInteger() {
        return this instanceof Literal literal && literal.value().scale() <= 0;
    }
}
