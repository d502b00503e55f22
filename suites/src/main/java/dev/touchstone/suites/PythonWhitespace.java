package dev.touchstone.suites;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What Python's {@code str.strip()} removes: Java's {@link Character#isWhitespace(int)} and U+0085, U+00A0, U+2007, U+202F. Prompts must
 * equal those of harnesses that are written in Python, and {@link String#strip()} leaves a no-break space where Python removes it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PythonWhitespace {

    private PythonWhitespace() {}

    /** Whether Python counts the character as whitespace. */
    public static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint)
                || codePoint == 0x85
                || codePoint == 0xA0
                || codePoint == 0x2007
                || codePoint == 0x202F;
    }

    /** The text without whitespace at both ends, as {@code str.strip()}. */
    public static String strip(String text) {
        return stripEnd(stripStart(text));
    }

    /** All of Python's whitespace is in the basic plane, so that chars will do. */
    public static String stripStart(String text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    /** The text without whitespace at its end, as {@code str.rstrip()}. */
    public static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
