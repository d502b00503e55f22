package dev.touchstone.suites.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How Python prints values. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Repr {

    /** Digits that always tell one double from the next. */
    private static final int MOST_DIGITS = 17;

    private Repr() {}

    /** {@code str(value)}. */
    public static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    /** {@code repr(value)}. */
    public static String repr(Object given) {
        Object value = Types.of(given);
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Tuple tuple) {
            return "(" + elements(tuple) + (tuple.size() == 1 ? ",)" : ")");
        }
        if (value instanceof List<?> list) {
            return "[" + elements(list) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Long || value == None.NONE) {
            return value.toString();
        }
        throw new PythonException("a value of type " + Types.name(value) + " can't be printed");
    }

    private static String elements(List<?> list) {
        return list.stream().map(Repr::repr).collect(Collectors.joining(", "));
    }

    /** The fewest digits that mean the same number; an exponent below 1e-4 and from 1e16. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            String digits = shortest.unscaledValue().abs().toString();
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String sign = exponent < 0 ? "-" : "+";
            int size = Math.abs(exponent);
            return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + sign + (size < 10 ? "0" : "") + size;
        }
        String plain = shortest.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder result = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> appendEscaped(point, quote, result));
        return result.append(quote).toString();
    }

    private static void appendEscaped(int point, char quote, StringBuilder result) {
        switch (point) {
            case '\n' -> result.append("\\n");
            case '\r' -> result.append("\\r");
            case '\t' -> result.append("\\t");
            case '\\' -> result.append("\\\\");
            default -> {
                if (point == quote) {
                    result.append('\\').append(quote);
                } else if (isPrintable(point)) {
                    result.appendCodePoint(point);
                } else {
                    result.append(escape(point));
                }
            }
        }
    }

    private static String escape(int point) {
        String hex = Integer.toHexString(point);
        int width = point < 0x100 ? 2 : point < 0x10000 ? 4 : 8;
        String prefix = width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U";
        return prefix + "0".repeat(width - hex.length()) + hex;
    }

    /** {@code str.isprintable} of one character, by the Unicode version of the JDK. */
    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
