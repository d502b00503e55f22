package dev.touchstone.suites.extract;

import dev.touchstone.suites.Task.Exact;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a prediction equals the gold answer after both are spelled alike: {@code exact_match} of lm-eval 0.4.13
 * {@code api/metrics.py exact_match_hf_evaluate}. Patterns are removed first, in their order, then case, punctuation and digits.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ExactMatch {

    /** Python's {@code string.punctuation}. */
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** A beginning that takes quadratic time when what follows it is nowhere in the text. */
    private static final String ANYTHING = "(?s).*";

    private final List<Pattern> ignored;
    private final boolean ignoreCase;
    private final boolean ignorePunctuation;
    private final boolean ignoreNumbers;

    private ExactMatch(List<Pattern> ignored, boolean ignoreCase, boolean ignorePunctuation, boolean ignoreNumbers) {
        this.ignored = ignored;
        this.ignoreCase = ignoreCase;
        this.ignorePunctuation = ignorePunctuation;
        this.ignoreNumbers = ignoreNumbers;
    }

    /** Equal to the letter: nothing is ignored. */
    public static ExactMatch withDefaults() {
        return new ExactMatch(List.of(), false, false, false);
    }

    /**
     * With these.
     *
     * @throws dev.touchstone.suites.SuiteException for a text that is no pattern
     */
    public static ExactMatch of(Exact exact) {
        return new ExactMatch(
                exact.ignoring().stream().map(ExactMatch::compile).toList(),
                exact.ignoreCase(),
                exact.ignorePunctuation(),
                exact.ignoreNumbers());
    }

    /**
     * With lm-eval's {@code regexes_to_ignore}: each is removed from both sides, in this order.
     *
     * @throws dev.touchstone.suites.SuiteException for a text that is no pattern
     */
    public ExactMatch ignoring(List<String> regexes) {
        return new ExactMatch(
                regexes.stream().map(ExactMatch::compile).toList(), ignoreCase, ignorePunctuation, ignoreNumbers);
    }

    /** With lm-eval's {@code ignore_case}. */
    public ExactMatch ignoringCase() {
        return new ExactMatch(ignored, true, ignorePunctuation, ignoreNumbers);
    }

    /** With lm-eval's {@code ignore_punctuation}: the 32 signs of ASCII, {@code -} and {@code .} included. */
    public ExactMatch ignoringPunctuation() {
        return new ExactMatch(ignored, ignoreCase, true, ignoreNumbers);
    }

    /** With lm-eval's {@code ignore_numbers}: the digits 0 to 9. */
    public ExactMatch ignoringNumbers() {
        return new ExactMatch(ignored, ignoreCase, ignorePunctuation, true);
    }

    /** Whether both are the same once normalised. */
    public boolean matches(String prediction, String gold) {
        return normalise(prediction).equals(normalise(gold));
    }

    /**
     * The text as it is compared; may be empty.
     *
     * @throws ExtractionException when a pattern takes too long
     */
    public String normalise(String text) {
        String result = text;
        for (Pattern pattern : ignored) {
            result = remove(pattern, result);
        }
        result = ignoreCase ? result.toLowerCase(Locale.ROOT) : result;
        result = ignorePunctuation ? without(result, PUNCTUATION) : result;
        return ignoreNumbers ? without(result, "0123456789") : result;
    }

    /**
     * {@code (?s).*X} is tried at the beginning only. That is the same: it matches at the beginning if anywhere, and up to the last X, so that
     * nothing is left for a second match.
     */
    private static Pattern compile(String regex) {
        return PythonRegex.compile(regex.startsWith(ANYTHING) && !regex.contains("|") ? "\\A" + regex : regex);
    }

    private static String remove(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text)).replaceAll("");
        } catch (BoundedText.TooManyReads | StackOverflowError e) {
            throw new ExtractionException("exact_match: the pattern '" + pattern + "' was stopped on a text of "
                    + text.length() + " characters; repeat no group that itself repeats, as (a+)+ does");
        }
    }

    private static String without(String text, String characters) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(c -> characters.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
