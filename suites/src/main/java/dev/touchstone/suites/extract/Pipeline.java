package dev.touchstone.suites.extract;

import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task.Step;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer in steps, as lm-eval 0.4.13's {@code filter_list} does ({@code filters/extraction.py}, {@code filters/transformation.py}). One
 * deviation: where lm-eval's answer is empty or its default fallback {@code [invalid]}, which never equals a gold answer, ours is none.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Pipeline implements Extractor {

    private static final String INVALID = "[invalid]";

    private final List<Stage> stages;

    private Pipeline(List<Stage> stages) {
        this.stages = stages;
    }

    /**
     * An extractor of steps; without any, the answer is the whole text.
     *
     * @throws SuiteException for an unknown function or a text that is no pattern
     */
    public static Pipeline of(List<Step> steps) {
        return new Pipeline(steps.stream().map(Pipeline::stage).toList());
    }

    private static Stage stage(Step step) {
        return switch (step.function()) {
            case "regex" -> regex(step);
            case "remove_whitespace" -> Found::stripped;
            case "lowercase" -> found -> found.spelled(found.value().toLowerCase(Locale.ROOT));
            case "uppercase" -> found -> found.spelled(found.value().toUpperCase(Locale.ROOT));
            default ->
                throw new SuiteException("function '" + step.function()
                        + "' is not known; legal: regex, remove_whitespace, lowercase, uppercase");
        };
    }

    private static Stage regex(Step step) {
        @Nullable String source = step.pattern();
        if (source == null) {
            throw new SuiteException("function 'regex' needs a pattern");
        }
        Pattern pattern = PythonRegex.compile(source);
        int group = step.group() == null ? 0 : step.group();
        String fallback = step.fallback() == null ? INVALID : step.fallback();
        return found -> select(pattern, group, fallback, found);
    }

    @Override
    public Extraction extract(String text) {
        Found found = new Found(text, 0, text.length(), "text");
        for (Stage stage : stages) {
            found = stage.apply(found);
        }
        boolean none = found.value().isEmpty() || found.value().equals(INVALID);
        return none
                ? Extraction.NO_ANSWER
                : new Extraction.Answer(found.rule(), found.from(), found.to(), found.value());
    }

    private static Found select(Pattern pattern, int group, String fallback, Found found) {
        List<MatchResult> matches = matches(pattern, found.value());
        int index = group < 0 ? matches.size() + group : group;
        if (matches.isEmpty()) {
            return new Found(fallback, 0, 0, "fallback");
        }
        if (index < 0 || index >= matches.size()) {
            throw new ExtractionException("the pattern '" + pattern + "' matches " + matches.size()
                    + " times, so there is no match " + group + "; take group 0 or -1");
        }
        return read(matches.get(index), fallback, found);
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text)).results().toList();
        } catch (BoundedText.TooManyReads | StackOverflowError e) {
            throw new ExtractionException("the pattern '" + pattern + "' was stopped on a text of " + text.length()
                    + " characters; repeat no group that itself repeats, as (a+)+ does");
        }
    }

    /** The whole match, or its group, or of several groups the first that is not empty. */
    private static Found read(MatchResult match, String fallback, Found found) {
        int group = Math.min(1, match.groupCount());
        while (group < match.groupCount() && isEmpty(match, group)) {
            group++;
        }
        boolean several = match.groupCount() > 1;
        return several && isEmpty(match, group)
                ? new Found(fallback, 0, 0, "fallback")
                : found.part(Math.max(0, match.start(group)), Math.max(0, match.end(group)))
                        .stripped();
    }

    private static boolean isEmpty(MatchResult match, int group) {
        return match.start(group) == match.end(group);
    }

    private interface Stage {
        Found apply(Found found);
    }

    /**
     * What was read so far.
     *
     * @param from where it stands in the text
     * @param to where it ends
     */
    private record Found(String value, int from, int to, String rule) {

        Found spelled(String other) {
            return new Found(other, from, to, rule);
        }

        Found part(int start, int end) {
            boolean inText = value.length() == to - from; // else a step has changed its length
            return new Found(
                    value.substring(start, end), inText ? from + start : from, inText ? from + end : to, "regex");
        }

        Found stripped() {
            int start = value.length() - PythonWhitespace.stripStart(value).length();
            String stripped = PythonWhitespace.strip(value);
            return stripped.length() == value.length()
                    ? this
                    : new Found(
                            stripped,
                            value.length() == to - from ? from + start : from,
                            value.length() == to - from ? from + start + stripped.length() : to,
                            rule);
        }
    }
}
