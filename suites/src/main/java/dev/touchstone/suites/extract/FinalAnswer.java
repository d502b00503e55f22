package dev.touchstone.suites.extract;

import dev.touchstone.suites.PythonWhitespace;

/**
 * Minerva's closing sentence: lm-eval 0.4.13 {@code tasks/minerva_math/utils.py get_unnormalized_answer}. The text is read as if it ended with
 * {@code I hope it is correct.}; then the first match of
 * {@code Final Answer: The final answer is(.*?). I hope it is correct.} counts, on one line and with both unescaped points meaning any
 * character. Written out by hand because the pattern takes quadratic time on a text that repeats its beginning.
 */
final class FinalAnswer implements Extractor {

    private static final String START = "Final Answer: The final answer is";
    private static final String END = " I hope it is correct";

    @Override
    public Extraction extract(String text) {
        String whole = text + "I hope it is correct.";
        int end = -1;
        for (int start = whole.indexOf(START); start >= 0; start = whole.indexOf(START, start + 1)) {
            int from = start + START.length();
            end = end >= from + 1 ? end : end(whole, from + 1);
            if (end < 0) {
                return Extraction.NO_ANSWER;
            }
            int to = whole.offsetByCodePoints(end, -1);
            if (to >= from && whole.substring(from, end).indexOf('\n') < 0) {
                return stripped(text, from, to);
            }
        }
        return Extraction.NO_ANSWER;
    }

    /** Where the closing words stand, at or after an index, with a character of the same line behind them; -1 if nowhere. */
    private static int end(String text, int from) {
        int end = text.indexOf(END, from);
        while (end >= 0 && !isOnLine(text, end + END.length())) {
            end = text.indexOf(END, end + 1);
        }
        return end;
    }

    private static boolean isOnLine(String text, int index) {
        return index < text.length() && text.charAt(index) != '\n';
    }

    private static Extraction stripped(String text, int start, int end) {
        String group = text.substring(start, end);
        int from = end - PythonWhitespace.stripStart(group).length();
        return Extraction.of(
                "final-answer", text, from, from + PythonWhitespace.strip(group).length());
    }
}
