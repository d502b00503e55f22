package dev.touchstone.suites.extract.math;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Substitutions that Python writes as {@code (.*?)(\$)(.*?)(\$)(.*)} or {@code (\\text\{)(.*?)(\})}, in linear time: the patterns take
 * quadratic time where a sign or a brace is missing. As in Python, no match goes over a line's end.
 */
final class Unwrap {

    private static final String INDEXED = "sqrt[";

    /** Python's {@code \w}. */
    private static final Pattern WORD_CHARACTER = Pattern.compile("[\\p{L}\\p{N}_]");

    private Unwrap() {}

    /** Each line with two dollar signs becomes what stands between its first two, between dollar signs. */
    static String firstDollars(String text) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (from <= text.length()) {
            int end = lineEnd(text, from);
            int first = within(text.indexOf('$', from), end);
            int second = first < 0 ? -1 : within(text.indexOf('$', first + 1), end);
            result.append(text, second < 0 ? from : first, second < 0 ? end : second + 1);
            result.append(end < text.length() ? "\n" : "");
            from = end + 1;
        }
        return result.toString();
    }

    /** Drops each opening and the first brace that closes behind it, on the same line. */
    static String shortest(String text, String opening) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int close = -1;
        for (int open = text.indexOf(opening); open >= 0; open = text.indexOf(opening, Math.max(from, open + 1))) {
            int content = open + opening.length();
            close = close < content ? text.indexOf('}', content) : close;
            if (close < 0) {
                break;
            }
            if (close < lineEnd(text, content)) {
                result.append(text, from, open).append(text, content, close);
                from = close + 1;
            }
        }
        return result.append(text.substring(from)).toString();
    }

    /** Drops the first opening of each line and the last brace on it. */
    static String longest(String text, String opening) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(opening); open >= 0; open = text.indexOf(opening, from)) {
            int content = open + opening.length();
            int end = lineEnd(text, content);
            int close = text.lastIndexOf('}', end - 1);
            result.append(text, from, close < content ? end : open);
            if (close >= content) {
                result.append(text, content, close);
            }
            from = close < content ? end : close + 1;
        }
        return result.append(text.substring(from)).toString();
    }

    /** Python's {@code (sqrt)(\[[^\]]*\])(\w)} to {@code \1\2{\3}}: braces around a single character under an indexed root. */
    static String indexedRoots(String text) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int close = -1;
        for (int root = text.indexOf(INDEXED); root >= 0; root = text.indexOf(INDEXED, Math.max(from, root + 1))) {
            close = close < root ? text.indexOf(']', root) : close;
            if (close < 0) {
                break;
            }
            Matcher word = WORD_CHARACTER.matcher(text).region(close + 1, text.length());
            if (word.lookingAt()) {
                result.append(text, from, close + 1)
                        .append('{')
                        .append(word.group())
                        .append('}');
                from = word.end();
            }
        }
        return result.append(text.substring(from)).toString();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int within(int index, int end) {
        return index < end ? index : -1;
    }
}
