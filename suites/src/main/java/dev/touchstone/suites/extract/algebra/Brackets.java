package dev.touchstone.suites.extract.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a text outside of its brackets. Intervals are half open, so any closing bracket closes any opening one. */
final class Brackets {

    private static final Pattern SIGN = Pattern.compile(
            "(?<open>\\\\begin\\{[a-z]+\\}|\\\\\\{|\\\\langle|\\\\lfloor|\\\\lceil|[(\\[{])"
                    + "|(?<close>\\\\end\\{[a-z]+\\}|\\\\\\}|\\\\rangle|\\\\rfloor|\\\\rceil|[)\\]}])"
                    + "|\\\\\\\\|\\\\[a-zA-Z]+|\\\\.|.",
            Pattern.DOTALL);

    private Brackets() {}

    /** The parts between separators outside of brackets; one part if there are none. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        Matcher sign = SIGN.matcher(text);
        int depth = 0;
        int from = 0;
        while (sign.find()) {
            depth += change(sign);
            if (depth == 0 && sign.group().equals(separator)) {
                parts.add(text.substring(from, sign.start()));
                from = sign.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Whether the first sign opens a bracket that the last one closes. */
    static boolean enclose(String text) {
        Matcher sign = SIGN.matcher(text);
        int depth = 0;
        while (sign.find()) {
            depth += change(sign);
            if (depth <= 0) {
                return depth == 0 && sign.start() > 0 && sign.end() == text.length();
            }
        }
        return false;
    }

    private static int change(Matcher sign) {
        return sign.group("open") != null ? 1 : sign.group("close") != null ? -1 : 0;
    }
}
