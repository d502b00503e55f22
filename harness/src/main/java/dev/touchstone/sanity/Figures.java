package dev.touchstone.sanity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers in evidence. */
final class Figures {

    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    /** A whole number, grouped: {@code 49,152}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number with four significant digits: {@code 10.80}, {@code 1.234e-06}. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Bytes as {@code 513.1 MiB}. */
    static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / MEBIBYTE);
    }

    /** Named numbers in the order given. */
    static Map<String, Double> numbers(Object... namesAndValues) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            numbers.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return numbers;
    }
}
