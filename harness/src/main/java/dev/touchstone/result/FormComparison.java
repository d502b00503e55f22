package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A suite that ran in both forms, and which one the model does better in. A small model may know an answer and not its letter, so that OLMES
 * (arXiv 2406.08446) takes the better one of the two: letters by accuracy, the choices' texts by accuracy per character.
 *
 * @param letters the results with letters scored
 * @param cloze the results with texts scored
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record FormComparison(SuiteResult letters, SuiteResult cloze) {

    private static final String LETTERS = "letters";
    private static final String CLOZE = "cloze";

    /** All suites that ran in both forms and have a metric as a whole, in their order. */
    public static List<FormComparison> of(List<SuiteResult> suites) {
        List<FormComparison> comparisons = new ArrayList<>();
        for (SuiteResult letters : suites) {
            if (letters.variant().form().equals(LETTERS) && !letters.metrics().isEmpty()) {
                suites.stream()
                        .filter(other -> isSameInClozeForm(letters, other))
                        .forEach(cloze -> comparisons.add(new FormComparison(letters, cloze)));
            }
        }
        return comparisons;
    }

    private static boolean isSameInClozeForm(SuiteResult letters, SuiteResult other) {
        return other.suite().equals(letters.suite())
                && other.dataSha256().equals(letters.dataSha256())
                && other.variant().precision().equals(letters.variant().precision())
                && other.variant().form().equals(CLOZE);
    }

    /** The metric that decides for a form: per character where it is there, as letters all have one. */
    public static String metric(SuiteResult suite) {
        Map<String, Estimate> metrics = suite.metrics();
        boolean perCharacter = suite.variant().form().equals(CLOZE) && metrics.containsKey("acc_norm");
        return perCharacter
                ? "acc_norm"
                : metrics.containsKey("acc")
                        ? "acc"
                        : metrics.keySet().iterator().next();
    }

    /** The value that decides for a form, or null when it is undefined. */
    public static @Nullable Double value(SuiteResult suite) {
        return Objects.requireNonNull(suite.metrics().get(metric(suite))).value();
    }

    /** The better one; of equal ones letters; null when one is undefined. */
    public @Nullable SuiteResult better() {
        Double withLetters = value(letters);
        Double withTexts = value(cloze);
        if (withLetters == null || withTexts == null) {
            return null;
        }
        return withTexts > withLetters ? cloze : letters;
    }
}
