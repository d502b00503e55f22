package dev.touchstone.suites.extract.math;

import dev.touchstone.suites.PythonWhitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The steps of lm-eval's {@code strip_string} that can fail; empty stands for the exception of the original. */
final class HendrycksFixes {

    private static final Pattern SIGN = Pattern.compile("^[+-]");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}[\\p{Nd}_]*+");

    /** More are an error in Python's {@code int()} since 3.11. */
    private static final int MOST_DIGITS = 4_300;

    private static final Pattern CANONICAL = Pattern.compile("0|-?[1-9][0-9]*+");

    private HendrycksFixes() {}

    /** {@code remove_right_units}: what stands before the only {@code \text} that begins with a space; an exception for two of them. */
    static Optional<String> withoutUnits(String answer) {
        List<String> parts = parts(answer, "\\text{ ");
        return parts.size() > 2 ? Optional.empty() : Optional.of(parts.get(0));
    }

    /** {@code fix_sqrt}: {@code \sqrt3} becomes {@code \sqrt{3}}; an exception for a root of nothing. */
    static Optional<String> roots(String answer) {
        List<String> parts = parts(answer, "\\sqrt");
        StringBuilder fixed = new StringBuilder(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
            int first = part.offsetByCodePoints(0, 1);
            fixed.append("\\sqrt");
            fixed.append(part.startsWith("{") ? part : "{" + part.substring(0, first) + "}" + part.substring(first));
        }
        return Optional.of(fixed.toString());
    }

    /**
     * {@code fix_fracs}: {@code \frac12} and {@code \frac1{2}} become {@code \frac{1}{2}}. A fraction of one character leaves the whole
     * answer as it was, one of none is an exception.
     */
    static Optional<String> fractions(String answer) {
        List<String> parts = parts(answer, "\\frac");
        StringBuilder fixed = new StringBuilder(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (!part.startsWith("{") && part.codePointCount(0, part.length()) < 2) {
                return Optional.of(answer);
            }
            fixed.append("\\frac").append(part.startsWith("{") ? part : braced(part));
        }
        return Optional.of(fixed.toString());
    }

    private static String braced(String part) {
        int first = part.offsetByCodePoints(0, 1);
        int second = part.offsetByCodePoints(first, 1);
        String denominator = part.substring(first, second);
        String numerator = "{" + part.substring(0, first) + "}";
        return numerator + (denominator.equals("{") ? denominator : "{" + denominator + "}") + part.substring(second);
    }

    /** {@code fix_a_slash_b}: {@code 1/2} becomes {@code \frac{1}{2}}, {@code 01/2} stays; an exception where a side is no integer. */
    static Optional<String> slash(String answer) {
        List<String> sides = parts(answer, "/");
        if (sides.size() != 2) {
            return Optional.of(answer);
        }
        if (!sides.stream().allMatch(HendrycksFixes::isInteger)) {
            return Optional.empty();
        }
        boolean canonical =
                sides.stream().allMatch(side -> CANONICAL.matcher(side).matches());
        return Optional.of(canonical ? "\\frac{" + sides.get(0) + "}{" + sides.get(1) + "}" : answer);
    }

    /** Whether Python's {@code int()} reads it: underscores only between digits, which may be of any script. */
    private static boolean isInteger(String text) {
        String number = SIGN.matcher(PythonWhitespace.strip(text)).replaceFirst("");
        String digits = number.replace("_", "");
        return DIGITS.matcher(number).matches()
                && !number.contains("__")
                && !number.endsWith("_")
                && digits.codePointCount(0, digits.length()) <= MOST_DIGITS;
    }

    /** Python's {@code split}: every part, the empty ones too. */
    static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
