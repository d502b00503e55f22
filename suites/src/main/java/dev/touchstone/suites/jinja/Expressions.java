package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.Methods;
import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.Operators;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Sequences;
import dev.touchstone.suites.python.Tuple;
import dev.touchstone.suites.python.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of expressions. */
final class Expressions {

    private Expressions() {}

    record Constant(Object constant) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return constant;
        }
    }

    record Name(String name) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return scope.get(name);
        }
    }

    /** {@code a.b}: what has that method or, of a map, that key. */
    record Attribute(Expression object, String name) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object value = object.value(scope);
            if (Methods.exists(value, name)) {
                return new Method(value, name);
            }
            return found(Sequences.item(value, name), name, scope);
        }
    }

    /** {@code a[b]}. */
    record Item(Expression object, Expression key) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object value = object.value(scope);
            Object wanted = key.value(scope);
            return found(Sequences.item(value, wanted), Repr.str(wanted), scope);
        }
    }

    private static Object found(@Nullable Object value, String name, Scope scope) {
        return value == null ? scope.undefined(name) : value;
    }

    record Slice(Expression object, Expression from, Expression to, Expression step) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return Sequences.slice(object.value(scope), from.value(scope), to.value(scope), step.value(scope));
        }
    }

    /** A method and what it is a method of; it can be called, and nothing else. */
    record Method(Object object, String name) {}

    /** {@code a(b)}. */
    record Invocation(Expression callee, Arguments arguments) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object called = callee.evaluate(scope);
            if (called instanceof Function function) {
                return function.call(arguments.call("function", scope));
            }
            if (callee instanceof Name function) {
                return Functions.call(arguments.call(function.name(), scope));
            }
            if (called instanceof Method method) {
                Call call = arguments.call(method.name(), scope);
                call.expect(0, Integer.MAX_VALUE);
                return Types.of(Methods.call(method.object(), method.name(), call.values()));
            }
            throw refusal(called, scope);
        }

        private PythonException refusal(Object called, Scope scope) {
            if (called instanceof Undefined undefined && callee instanceof Attribute attribute) {
                Object object = attribute.object().value(scope);
                return new PythonException("'" + Types.name(object) + "' has no method '" + undefined.name()
                        + "' here; methods: " + Methods.known(object));
            }
            return new PythonException(
                    "a value of type " + Types.name(Expression.require(called)) + " can't be called");
        }
    }

    /** What stands in the parentheses of a call. */
    record Arguments(List<Expression> values, Map<String, Expression> named) {

        static final Arguments NONE = new Arguments(List.of(), Map.of());

        Call call(String name, Scope scope) {
            Map<String, Object> byName = new LinkedHashMap<>();
            named.forEach((key, value) -> byName.put(key, value.value(scope)));
            return new Call(
                    name, values.stream().map(value -> value.value(scope)).toList(), byName);
        }
    }

    /** {@code a | name(b)}. */
    record Filtered(Expression operand, String name, Filter filter, Arguments arguments) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object value = operand.evaluate(scope);
            Object given = Filters.takesUndefined(name) ? value : Expression.require(value);
            return Types.of(filter.apply(given, arguments.call(name, scope)));
        }
    }

    /** {@code a is name(b)}. */
    record Tested(Expression operand, String name, Arguments arguments) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return Tests.apply(operand.evaluate(scope), arguments.call(name, scope));
        }
    }

    record Arithmetic(String operator, Expression left, Expression right) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return Operators.arithmetic(operator, left.value(scope), right.value(scope));
        }
    }

    record Negative(Expression operand) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return Operators.negative(operand.value(scope));
        }
    }

    /** {@code a ~ b}: everything as text. */
    record Concatenation(List<Expression> parts) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(Repr.str(part.value(scope))));
            return text.toString();
        }
    }

    /** {@code a < b <= c}: each operand is evaluated once, up to the first comparison that fails. */
    record Comparison(Expression first, List<String> operators, List<Expression> others) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object left = first.evaluate(scope);
            for (int i = 0; i < operators.size(); i++) {
                Object right = others.get(i).evaluate(scope);
                if (!holds(operators.get(i), left, right)) {
                    return false;
                }
                left = right;
            }
            return true;
        }

        private static boolean holds(String operator, Object left, Object right) {
            Object a = Expression.require(left);
            Object b = Expression.require(right);
            if (operator.endsWith("=") && (left instanceof Undefined || right instanceof Undefined)) {
                return operator.equals("!=") != left.equals(right);
            }
            return switch (operator) {
                case "==" -> Operators.areEqual(a, b);
                case "!=" -> !Operators.areEqual(a, b);
                case "in" -> Operators.contains(b, a);
                case "not in" -> !Operators.contains(b, a);
                case "<" -> Operators.compare(a, b) < 0;
                case "<=" -> Operators.compare(a, b) <= 0;
                case ">" -> Operators.compare(a, b) > 0;
                default -> Operators.compare(a, b) >= 0;
            };
        }
    }

    record Not(Expression operand) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            return !Types.truth(operand.value(scope));
        }
    }

    /** {@code a and b}: a when it is false, else b. */
    record And(Expression left, Expression right) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object first = left.value(scope);
            return Types.truth(first) ? right.evaluate(scope) : first;
        }
    }

    /** {@code a or b}: a when it is true, else b. */
    record Or(Expression left, Expression right) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object first = left.value(scope);
            return Types.truth(first) ? first : right.evaluate(scope);
        }
    }

    /** {@code a if b else c}. */
    record Conditional(
            Expression condition, Expression then, @Nullable Expression otherwise) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            if (Types.truth(condition.value(scope))) {
                return then.evaluate(scope);
            }
            return otherwise == null
                    ? new Undefined("the value of an 'if' without 'else'", true, false)
                    : otherwise.evaluate(scope);
        }
    }

    /** {@code [a, b]}, or {@code (a, b)}. */
    record ListOf(List<Expression> elements, boolean tuple) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            List<Object> values = new ArrayList<>();
            elements.forEach(element -> values.add(element.value(scope)));
            return tuple ? Tuple.of(values) : values;
        }
    }

    /** {@code {a: b}}. */
    record MapOf(List<Expression> keys, List<Expression> values) implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                map.put(keys.get(i).value(scope), values.get(i).value(scope));
            }
            return map;
        }
    }

    static final Expression NOTHING = new Constant(None.NONE);
}
