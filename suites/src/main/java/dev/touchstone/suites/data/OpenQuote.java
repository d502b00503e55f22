package dev.touchstone.suites.data;

/** Finds the quote that is never closed, to tell its line. */
final class OpenQuote {

    private OpenQuote() {}

    /** The index of the quote, or -1. */
    static int find(String text) {
        int index = 0;
        while (index < text.length()) {
            if (text.charAt(index) == '"') {
                int close = closing(text, index + 1);
                if (close < 0) {
                    return index;
                }
                index = close + 1;
            }
            index = nextField(text, index);
        }
        return -1;
    }

    private static int closing(String text, int from) {
        for (int i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 2)) {
            if (i + 1 >= text.length() || text.charAt(i + 1) != '"') {
                return i;
            }
        }
        return -1;
    }

    private static int nextField(String text, int from) {
        int index = from;
        while (index < text.length() && ",\r\n".indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index + 1;
    }
}
