package dev.touchstone.suites.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Python's operators. What it raises a {@code TypeError} for is a {@link PythonException} here, so that nothing is silently converted. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Operators {

    private Operators() {}

    /** {@code a + b} and the like: one of + - * / // % **. */
    public static Object arithmetic(String operator, Object a, Object b) {
        if (Types.isInt(a) && Types.isInt(b) && !operator.equals("/")) {
            return ofInts(operator, Types.toLong(a), Types.toLong(b));
        }
        if (Types.isNumber(a) && Types.isNumber(b)) {
            return ofNumbers(operator, Types.toDouble(a), Types.toDouble(b));
        }
        if (operator.equals("+") && a instanceof String left && b instanceof String right) {
            return left + right;
        }
        if (operator.equals("+") && isList(a) && isList(b)) {
            List<Object> both = new ArrayList<>((List<?>) a);
            both.addAll((List<?>) b);
            return both;
        }
        if (operator.equals("*") && a instanceof String text && Types.isInt(b)) {
            return text.repeat(Math.toIntExact(Math.max(0, Types.toLong(b))));
        }
        throw new PythonException("unsupported operand type(s) for " + operator + ": '" + Types.name(a) + "' and '"
                + Types.name(b) + "'");
    }

    private static Object ofInts(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                case "//" -> Math.floorDiv(a, b);
                case "%" -> Math.floorMod(a, b);
                default -> power(a, b);
            };
        } catch (ArithmeticException e) {
            throw new PythonException(
                    b == 0 && !operator.equals("*")
                            ? "division by zero"
                            : "a whole number has more than 64 bits: " + a + " " + operator + " " + b);
        }
    }

    private static Object power(long base, long exponent) {
        if (exponent < 0) {
            return ofNumbers("**", base, exponent);
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
            if (result == 0 || result == 1 && base == 1) {
                return result;
            }
        }
        return result;
    }

    private static Object ofNumbers(String operator, double a, double b) {
        if (b == 0 && "/%".contains(operator.substring(0, 1))) {
            throw new PythonException("float division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default ->
                throw new PythonException("operator " + operator + " of fractional numbers is not supported here");
        };
    }

    /** {@code -a}. */
    public static Object negative(Object a) {
        return Types.isInt(a) ? ofInts("-", 0, Types.toLong(a)) : arithmetic("*", -1.0, a);
    }

    /** {@code a == b}: numbers and truth values by value, a list never equals a tuple. */
    public static boolean areEqual(Object left, Object right) {
        Object a = Types.of(left);
        Object b = Types.of(right);
        if (Types.isInt(a) && Types.isInt(b)) {
            return Types.toLong(a) == Types.toLong(b);
        }
        if (Types.isNumber(a) && Types.isNumber(b)) {
            return Types.toDouble(a) == Types.toDouble(b);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return (a instanceof Tuple) == (b instanceof Tuple) && areEqualLists(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.entrySet().stream()
                            .allMatch(entry ->
                                    y.containsKey(entry.getKey()) && areEqual(entry.getValue(), y.get(entry.getKey())));
        }
        return a.equals(b);
    }

    private static boolean areEqualLists(List<?> a, List<?> b) {
        Iterator<?> other = b.iterator();
        return a.size() == b.size() && a.stream().allMatch(element -> areEqual(element, other.next()));
    }

    /** Negative, zero or positive as a is less than, equal to or more than b: numbers, texts by code point, lists by their elements. */
    public static int compare(Object left, Object right) {
        Object a = Types.of(left);
        Object b = Types.of(right);
        if (Types.isInt(a) && Types.isInt(b)) {
            return Long.compare(Types.toLong(a), Types.toLong(b));
        }
        if (Types.isNumber(a) && Types.isNumber(b)) {
            return Double.compare(Types.toDouble(a), Types.toDouble(b));
        }
        if (a instanceof String x && b instanceof String y) {
            return compareLists(PythonText.characters(x), PythonText.characters(y), true);
        }
        if (isList(a) && isList(b)) {
            return compareLists((List<?>) a, (List<?>) b, false);
        }
        throw new PythonException(
                "'<' not supported between instances of '" + Types.name(a) + "' and '" + Types.name(b) + "'");
    }

    private static int compareLists(List<?> a, List<?> b, boolean characters) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = characters
                    ? Integer.compare(((String) a.get(i)).codePointAt(0), ((String) b.get(i)).codePointAt(0))
                    : compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** {@code element in container}. */
    public static boolean contains(Object container, Object element) {
        if (container instanceof String text) {
            if (element instanceof String part) {
                return text.contains(part);
            }
            throw new PythonException("'in <string>' requires string as left operand, not " + Types.name(element));
        }
        return Sequences.iterate(container).stream().anyMatch(other -> areEqual(other, element));
    }

    private static boolean isList(Object value) {
        return value instanceof List && !(value instanceof Tuple);
    }
}
