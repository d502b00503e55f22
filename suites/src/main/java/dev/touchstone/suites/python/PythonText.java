package dev.touchstone.suites.python;

import dev.touchstone.suites.text.PythonWhitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Python's {@code str}: counted in code points. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PythonText {

    private PythonText() {}

    /** {@code len(text)}. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String at(String text, int index) {
        int from = text.offsetByCodePoints(0, index);
        return text.substring(from, text.offsetByCodePoints(from, 1));
    }

    static List<Object> characters(String text) {
        List<Object> characters = new ArrayList<>();
        text.codePoints().forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }

    /** {@code text.strip(characters)} at the wanted ends. */
    static String strip(String text, IntPredicate stripped, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && stripped.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (end && to > from && stripped.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** {@code text.split()}: at any whitespace, without empty parts. */
    static List<Object> words(String text) {
        List<Object> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || PythonWhitespace.is(text.charAt(i));
            if (space && from >= 0) {
                words.add(text.substring(from, i));
                from = -1;
            } else if (!space && from < 0) {
                from = i;
            }
        }
        return words;
    }

    /** {@code text.split(separator, most)}; a negative number means no limit. */
    static List<Object> split(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw new PythonException("empty separator");
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** {@code text.capitalize()}: the first character in title case, the others in lower case. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        String lower = lower(text);
        return titleCase(first)
                + lower.substring(lower(Character.toString(first)).length());
    }

    static String title(String text) {
        StringBuilder result = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            result.append(inWord ? lower(Character.toString(point)) : titleCase(point));
            inWord = Character.isLowerCase(point) || Character.isUpperCase(point) || Character.isTitleCase(point);
        }
        return result.toString();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Java has title cases of single characters only; those that grow, grow as in upper case, with one capital. */
    private static String titleCase(int point) {
        String upper = upper(Character.toString(point));
        if (upper.codePointCount(0, upper.length()) == 1) {
            return Character.toString(Character.toTitleCase(point));
        }
        int first = Character.charCount(upper.codePointAt(0));
        return upper.substring(0, first) + lower(upper.substring(first));
    }
}
