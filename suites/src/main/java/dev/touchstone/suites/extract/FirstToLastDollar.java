package dev.touchstone.suites.extract;

/**
 * What stands between the first and the last dollar sign, or the whole text where there are fewer than two: lm-eval 0.4.13
 * {@code tasks/hendrycks_math/utils.py process_results}. It never looks at {@code \boxed}, and {@code $x=1$ so $2$} gives
 * {@code x=1$ so $2}; {@code last-boxed} is the better reader.
 */
final class FirstToLastDollar implements Extractor {

    private static final String RULE = "first-to-last-dollar";

    @Override
    public Extraction extract(String text) {
        int first = text.indexOf('$');
        int last = text.lastIndexOf('$');
        return first == last ? Extraction.of(RULE, text, 0, text.length()) : Extraction.of(RULE, text, first + 1, last);
    }
}
