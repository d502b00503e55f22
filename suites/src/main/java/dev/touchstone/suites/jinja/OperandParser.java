package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Expressions.Arguments;
import dev.touchstone.suites.jinja.Expressions.Attribute;
import dev.touchstone.suites.jinja.Expressions.Constant;
import dev.touchstone.suites.jinja.Expressions.Filtered;
import dev.touchstone.suites.jinja.Expressions.Invocation;
import dev.touchstone.suites.jinja.Expressions.Item;
import dev.touchstone.suites.jinja.Expressions.ListOf;
import dev.touchstone.suites.jinja.Expressions.MapOf;
import dev.touchstone.suites.jinja.Expressions.Name;
import dev.touchstone.suites.jinja.Expressions.Not;
import dev.touchstone.suites.jinja.Expressions.Slice;
import dev.touchstone.suites.jinja.Expressions.Tested;
import dev.touchstone.suites.jinja.Token.Kind;
import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.PythonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads names, constants and what follows them: dots, brackets, calls, filters and tests. */
final class OperandParser {

    private static final Map<String, Object> WORDS =
            Map.of("true", true, "True", true, "false", false, "False", false, "none", None.NONE, "None", None.NONE);

    private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and", "is", "if", "in", "not");

    private static final Set<String> OPENING = Set.of("(", "[", "{");

    private final Dialect dialect;
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final Map<String, ? extends Filter> filters;

    OperandParser(Tokens tokens, ExpressionParser expressions, Map<String, ? extends Filter> filters, Dialect dialect) {
        this.dialect = dialect;
        this.tokens = tokens;
        this.expressions = expressions;
        this.filters = filters;
    }

    Expression operand() {
        return continued(primary());
    }

    private Expression primary() {
        Token token = tokens.peek();
        switch (token.kind()) {
            case NAME:
                return name(tokens.take().text());
            case TEXT:
                return texts();
            case INTEGER:
                return new Constant(whole(tokens.take()));
            case FLOAT:
                return new Constant(Double.valueOf(tokens.take().text()));
            default:
        }
        if (tokens.acceptOperator("(")) {
            return parenthesised();
        }
        if (tokens.acceptOperator("[")) {
            return new ListOf(elements("]"), false);
        }
        if (tokens.acceptOperator("{")) {
            return map();
        }
        throw tokens.unexpected("a value");
    }

    private static Expression name(String name) {
        return WORDS.containsKey(name) ? new Constant(WORDS.get(name)) : new Name(name);
    }

    /** Texts side by side are one. */
    private Expression texts() {
        StringBuilder all = new StringBuilder();
        while (tokens.at(Kind.TEXT)) {
            all.append(tokens.take().text());
        }
        return new Constant(all.toString());
    }

    private static Long whole(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            throw new JinjaException(token.line(), "the whole number " + token.text() + " has more than 64 bits");
        }
    }

    private Expression parenthesised() {
        if (tokens.acceptOperator(")")) {
            return new ListOf(List.of(), true);
        }
        Expression first = expressions.expression();
        if (tokens.acceptOperator(")")) {
            return first;
        }
        tokens.expectOperator(",");
        List<Expression> elements = new ArrayList<>(List.of(first));
        elements.addAll(elements(")"));
        return new ListOf(elements, true);
    }

    private List<Expression> elements(String end) {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.acceptOperator(end)) {
            elements.add(expressions.expression());
            if (!tokens.atOperator(end)) {
                tokens.expectOperator(",");
            }
        }
        return elements;
    }

    private Expression map() {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.acceptOperator("}")) {
            keys.add(expressions.expression());
            tokens.expectOperator(":");
            values.add(expressions.expression());
            if (!tokens.atOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new MapOf(keys, values);
    }

    private Expression continued(Expression start) {
        Expression value = start;
        while (true) {
            if (tokens.acceptOperator(".")) {
                value = attribute(value);
            } else if (tokens.acceptOperator("[")) {
                value = subscript(value);
            } else if (tokens.acceptOperator("(")) {
                value = invocation(value);
            } else {
                return value;
            }
        }
    }

    private Expression attribute(Expression object) {
        if (tokens.at(Kind.INTEGER)) {
            return new Item(object, new Constant(whole(tokens.take())));
        }
        return new Attribute(object, tokens.expectAnyName());
    }

    private Expression subscript(Expression object) {
        Expression from = tokens.atOperator(":") ? Expressions.NOTHING : expressions.expression();
        if (tokens.acceptOperator("]")) {
            return new Item(object, from);
        }
        tokens.expectOperator(":");
        Expression to = bound();
        Expression step = tokens.acceptOperator(":") ? bound() : Expressions.NOTHING;
        tokens.expectOperator("]");
        return new Slice(object, from, to, step);
    }

    private Expression bound() {
        return tokens.atOperator(":") || tokens.atOperator("]") ? Expressions.NOTHING : expressions.expression();
    }

    private Expression invocation(Expression callee) {
        if (callee instanceof Name function && dialect == Dialect.PROMPT) {
            known(() -> {
                Functions.require(function.name());
                return function;
            });
        }
        return new Invocation(callee, arguments());
    }

    /** What a name stands for, or an error at its line. */
    private <T> T known(Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (PythonException e) {
            throw new JinjaException(tokens.peek().line(), String.valueOf(e.getMessage()));
        }
    }

    /** What is in parentheses, the opening one being read. */
    private Arguments arguments() {
        List<Expression> values = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.acceptOperator(")")) {
            if (tokens.at(Kind.NAME) && tokens.peekSecond().is(Kind.OPERATOR, "=")) {
                String name = tokens.take().text();
                tokens.take();
                named.put(name, expressions.expression());
            } else {
                values.add(expressions.expression());
            }
            if (!tokens.atOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return new Arguments(values, named);
    }

    /** An operand with the filters and tests behind it. */
    Expression filtered(Expression operand) {
        Expression value = operand;
        while (true) {
            if (tokens.acceptOperator("|")) {
                String name = tokens.peek().text();
                Filter filter = filter(name);
                tokens.expectAnyName();
                value = new Filtered(value, name, filter, tokens.acceptOperator("(") ? arguments() : Arguments.NONE);
            } else if (tokens.acceptName("is")) {
                value = test(value);
            } else if (tokens.acceptOperator("(")) {
                value = invocation(value);
            } else {
                return value;
            }
        }
    }

    private Filter filter(String name) {
        if (dialect == Dialect.PROMPT) {
            return known(() -> Filters.find(name, filters));
        }
        return (value, call) -> Filters.find(name, filters).apply(value, call);
    }

    private Expression test(Expression operand) {
        boolean negated = tokens.acceptName("not");
        String name = tokens.peek().text();
        if (dialect == Dialect.PROMPT) {
            known(() -> {
                Tests.require(name);
                return name;
            });
        }
        tokens.expectAnyName();
        Arguments arguments = Arguments.NONE;
        if (tokens.acceptOperator("(")) {
            arguments = arguments();
        } else if (atArgument()) {
            arguments = new Arguments(List.of(continued(primary())), Map.of());
        }
        Expression test = new Tested(operand, name, arguments);
        return negated ? new Not(test) : test;
    }

    /** A test may have one argument without parentheses. */
    private boolean atArgument() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> !NO_ARGUMENT.contains(token.text());
            case TEXT, INTEGER, FLOAT -> true;
            case OPERATOR -> OPENING.contains(token.text());
            default -> false;
        };
    }
}
