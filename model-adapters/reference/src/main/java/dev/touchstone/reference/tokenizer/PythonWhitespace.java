package dev.touchstone.reference.tokenizer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whitespace as Python's {@code str.isspace} and {@code str.strip} see it: Java's, and the four non-breaking characters that Java leaves out. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PythonWhitespace {

    private PythonWhitespace() {}

    /** Whether Python's {@code str.strip} removes this character. */
    public static boolean contains(char c) {
        return Character.isWhitespace(c) || c == '\u0085' || c == '\u00A0' || c == '\u2007' || c == '\u202F';
    }

    /** The index after the last character of {@code text} that is no whitespace: the length of Python's {@code text.rstrip()}. */
    public static int endWithoutTrailing(String text) {
        int end = text.length();
        while (end > 0 && contains(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
