package dev.touchstone.suites.extract;

import dev.touchstone.suites.PythonWhitespace;
import dev.touchstone.suites.extract.Extraction.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A pattern and which of its matches counts, after lm-eval 0.4.13 {@code filters/extraction.py RegexFilter}: the first group that is not
 * empty (the whole match where there are no groups), stripped of Python's whitespace. One deviation: where the group of a single-group
 * pattern is empty lm-eval's answer is the empty text, ours is none.
 */
record Rule(String name, Pattern pattern, Select select, Values values) implements Extractor {

    /** Which match: lm-eval's {@code group_select} 0 or -1, or the only value that all matches have. */
    enum Select {
        FIRST,
        LAST,
        UNIQUE
    }

    @Override
    public Extraction extract(String text) {
        try {
            List<Extraction> found = pattern.matcher(new BoundedText(text))
                    .results()
                    .limit(select == Select.FIRST ? 1 : Long.MAX_VALUE)
                    .map(match -> read(match, text))
                    .toList();
            return found.isEmpty() ? Extraction.NO_ANSWER : choose(found);
        } catch (BoundedText.TooManyReads | StackOverflowError e) {
            throw new ExtractionException("rule " + name + ": the pattern '" + pattern + "' was stopped on a text of "
                    + text.length() + " characters; repeat no group that itself repeats, as (a+)+ does");
        }
    }

    private Extraction choose(List<Extraction> found) {
        Extraction last = found.get(found.size() - 1);
        boolean oneValue = select != Select.UNIQUE
                || found.stream().map(Rule::value).distinct().count() == 1;
        return oneValue ? last : Extraction.NO_ANSWER;
    }

    private static String value(Extraction extraction) {
        return extraction instanceof Answer answer ? answer.value() : "";
    }

    private Extraction read(MatchResult match, String text) {
        int group = Math.min(1, match.groupCount());
        while (group < match.groupCount() && match.start(group) == match.end(group)) {
            group++;
        }
        return match.start(group) < 0 ? Extraction.NO_ANSWER : stripped(text, match.start(group), match.end(group));
    }

    private Extraction stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && PythonWhitespace.is(text.charAt(from))) {
            from++;
        }
        while (to > from && PythonWhitespace.is(text.charAt(to - 1))) {
            to--;
        }
        String value = values.of(text.substring(from, to));
        return value.isEmpty() ? Extraction.NO_ANSWER : new Answer(name, from, to, value);
    }
}
