package dev.touchstone.suites;

/**
 * What Python's {@code str.strip()} removes: Java's {@link Character#isWhitespace(int)} and U+0085, U+00A0, U+2007, U+202F. Prompts must
 * equal those of harnesses that are written in Python, and {@link String#strip()} leaves a no-break space where Python removes it.
 */
final class PythonWhitespace {

    private PythonWhitespace() {}

    static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint)
                || codePoint == 0x85
                || codePoint == 0xA0
                || codePoint == 0x2007
                || codePoint == 0x202F;
    }

    static String strip(String text) {
        return stripEnd(stripStart(text));
    }

    /** All of Python's whitespace is in the basic plane, so that chars will do. */
    static String stripStart(String text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
