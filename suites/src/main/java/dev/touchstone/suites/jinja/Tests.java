package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.Operators;
import dev.touchstone.suites.python.PythonException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What stands behind {@code is}. */
final class Tests {

    private static final Map<String, Predicate<Object>> OF_A_VALUE = new TreeMap<>(Map.ofEntries(
            Map.entry("none", value -> value == None.NONE),
            Map.entry("string", String.class::isInstance),
            Map.entry("boolean", Boolean.class::isInstance),
            Map.entry("true", Boolean.TRUE::equals),
            Map.entry("false", Boolean.FALSE::equals),
            Map.entry("integer", Long.class::isInstance),
            Map.entry("float", Double.class::isInstance),
            Map.entry("number", value -> value instanceof Long || value instanceof Double || value instanceof Boolean),
            Map.entry("mapping", Map.class::isInstance),
            Map.entry("sequence", value -> value instanceof String || value instanceof List || value instanceof Map),
            Map.entry("iterable", value -> value instanceof String || value instanceof List || value instanceof Map)));

    private static final Map<String, BiPredicate<Object, Object>> OF_TWO = new TreeMap<>(Map.of(
            "eq", Operators::areEqual,
            "equalto", Operators::areEqual,
            "ne", (a, b) -> !Operators.areEqual(a, b),
            "in", (a, b) -> Operators.contains(b, a),
            "divisibleby", (a, b) -> Operators.areEqual(Operators.arithmetic("%", a, b), 0L)));

    private Tests() {}

    /**
     * Looks whether there is a test.
     *
     * @throws PythonException if not; the message lists those that there are
     */
    static void require(String name) {
        TreeSet<String> known = new TreeSet<>(List.of("defined", "even", "odd", "undefined"));
        known.addAll(OF_A_VALUE.keySet());
        known.addAll(OF_TWO.keySet());
        if (!known.contains(name)) {
            throw new PythonException("there is no test '" + name + "'; tests: " + String.join(", ", known));
        }
    }

    /** @param call one that {@link #require} knows */
    static boolean apply(Object value, Call call) {
        String name = call.name();
        require(name);
        if (name.equals("defined") || name.equals("undefined")) {
            call.expect(0, 0);
            return (value instanceof Undefined) == name.equals("undefined");
        }
        if (OF_A_VALUE.containsKey(name)) {
            call.expect(0, 0);
            return OF_A_VALUE.get(name).test(value); // also of what is undefined: it is none of these, in Jinja2 too
        }
        Object defined = Expression.require(value);
        if (name.equals("odd") || name.equals("even")) {
            call.expect(0, 0);
            return Operators.areEqual(Operators.arithmetic("%", defined, 2L), name.equals("odd") ? 1L : 0L);
        }
        call.expect(1, 1);
        return OF_TWO.get(name).test(defined, call.values().get(0));
    }
}
