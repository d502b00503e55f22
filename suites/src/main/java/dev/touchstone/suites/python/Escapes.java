package dev.touchstone.suites.python;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Backslashes between quotes, as Python reads them: one that begins nothing stays. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Escapes {

    private static final String SIMPLE = "\\'\"abfnrtv";
    private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000b";

    private final String text;
    private final StringBuilder result = new StringBuilder();
    private int next;

    private Escapes(String text) {
        this.text = text;
    }

    /** What the text between the quotes means. */
    public static String decode(String between) {
        return between.indexOf('\\') < 0 ? between : new Escapes(between).decode();
    }

    private String decode() {
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '\\' && next < text.length()) {
                escape(text.charAt(next++));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private void escape(char c) {
        int simple = SIMPLE.indexOf(c);
        if (simple >= 0) {
            result.append(MEANING.charAt(simple));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            code(c, c == 'x' ? 2 : c == 'u' ? 4 : 8);
        } else if (c >= '0' && c <= '7') {
            octal(c);
        } else if (c == 'N') {
            throw new PythonException("\\N{...} in quotes is not supported here; write the character itself");
        } else if (c != '\n') {
            result.append('\\').append(c);
        }
    }

    private void code(char kind, int digits) {
        String hex = text.substring(next, Math.min(text.length(), next + digits));
        if (!hex.matches("[0-9a-fA-F]{" + digits + "}")) {
            throw new PythonException(
                    "\\" + kind + hex + " in quotes is no character; it takes " + digits + " hex digits");
        }
        result.appendCodePoint(Integer.parseUnsignedInt(hex, 16));
        next += digits;
    }

    private void octal(char first) {
        int value = first - '0';
        for (int i = 0; i < 2 && next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '7'; i++) {
            value = value * 8 + text.charAt(next++) - '0';
        }
        result.append((char) value);
    }
}
