package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.None;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What a word without quotes stands for in YAML 1.1, as PyYAML's {@code resolver.py} decides it: {@code no} is false, {@code 010} is eight. */
final class YamlScalars {

    private static final Set<String> TRUE = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[0-1_]+");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?([0-9][0-9_]*)\\.[0-9_]*([eE][-+][0-9]+)?|\\.[0-9][0-9_]*([eE][-+][0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Set<String> NAN = Set.of(".nan", ".NaN", ".NAN");

    private YamlScalars() {}

    static Object value(String word) {
        if (NULL.contains(word)) {
            return None.NONE;
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        if (INFINITE.matcher(word).matches() || NAN.contains(word)) {
            return NAN.contains(word)
                    ? Double.NaN
                    : word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (FLOAT.matcher(word).matches()) {
            return Double.valueOf(word.replace("_", ""));
        }
        return whole(word);
    }

    private static Object whole(String word) {
        String digits = word.replace("_", "");
        if (INTEGER.matcher(word).matches()) {
            return number(digits, 10, "");
        }
        if (BINARY.matcher(word).matches()) {
            return number(digits, 2, "0b");
        }
        if (HEXADECIMAL.matcher(word).matches()) {
            return number(digits, 16, "0x");
        }
        if (OCTAL.matcher(word).matches()) {
            return number(digits, 8, "");
        }
        return SEXAGESIMAL.matcher(word).matches() ? sexagesimal(digits) : word;
    }

    private static Object number(String digits, int radix, String prefix) {
        String plain = digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger value = new BigInteger(plain.replaceFirst(prefix, ""), radix);
        return value.bitLength() > 63 ? digits : (Object) value.longValue();
    }

    private static Object sexagesimal(String digits) {
        String plain = digits.replaceFirst("^[-+]", "");
        long value = 0;
        for (String part : plain.split(":")) {
            value = value * 60 + Long.parseLong(part);
        }
        return digits.startsWith("-") ? -value : value;
    }
}
