package dev.touchstone.suites.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Which Python type a value is of. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Types {

    private Types() {}

    /**
     * The value in the class that this package computes with: whole numbers as {@code Long}, others as {@code Double}, null as {@code None}.
     *
     * @throws PythonException for a whole number of more than 64 bits
     */
    public static Object of(@Nullable Object value) {
        if (value == null) {
            return None.NONE;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigInteger big) {
            return whole(big);
        }
        return value;
    }

    private static Long whole(BigInteger value) {
        if (value.bitLength() > 63) {
            throw new PythonException("the whole number " + value + " has more than 64 bits");
        }
        return value.longValue();
    }

    /** Whether it is a whole number; Python's truth values are, too. */
    static boolean isInt(Object value) {
        return value instanceof Long || value instanceof Boolean;
    }

    static boolean isNumber(Object value) {
        return isInt(value) || value instanceof Double;
    }

    static long toLong(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : (Long) value;
    }

    static double toDouble(Object value) {
        return value instanceof Double number ? number : toLong(value);
    }

    /** {@code type(value).__name__}. */
    public static String name(Object value) {
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof Tuple) {
            return "tuple";
        }
        if (value instanceof List) {
            return "list";
        }
        if (value instanceof Map) {
            return "dict";
        }
        return value == None.NONE ? "NoneType" : value.getClass().getSimpleName();
    }

    /** Python's {@code bool(value)}. */
    public static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (isNumber(value)) {
            return toDouble(value) != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != None.NONE;
    }
}
