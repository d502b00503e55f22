package dev.touchstone.suites.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Knows on which line a character is. A line ends with LF, CR LF or a lone CR, as editors and Python's universal newlines count. */
final class Lines {

    private final String text;

    /** [lines] index of each line's first character, ascending */
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    /** The line of the character with that index, from 1. */
    int at(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int count() {
        return starts.length;
    }

    /** A line's text with its end. */
    String text(int line) {
        int end = line < starts.length ? starts[line] : text.length();
        return text.substring(starts[line - 1], end);
    }

    private static int[] starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !crLf) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
