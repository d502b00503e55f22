package dev.touchstone.suites.extract;

import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task.Filter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The known extractors by name, as {@code extractor: NAME} in a {@code suite.yaml}. Those made of patterns are in {@code extractors.yaml},
 * each with its source:
 *
 * <ul>
 *   <li>{@code gsm8k-strict}, {@code gsm8k-flexible}, {@code gsm8k-cot-strict}: lm-eval's filters, their faults included
 *   <li>{@code hendrycks-math}, {@code minerva-math}, {@code mmlu-generative}: lm-eval's
 *   <li>{@code last-boxed}: the content of the last {@code \boxed}
 *   <li>{@code choice-en}, {@code choice-zh}: an option's letter, A to D
 *   <li>{@code yes-no}, {@code true-false}, {@code true-false-neither}: GLUE's labels
 *   <li>{@code number}: a number that is said to be the answer; {@code last-number}: else the last one
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Extractors {

    private static final Map<String, Extractor> BY_NAME = catalogue();

    private Extractors() {}

    /**
     * The extractor that a suite's filter names, or that its steps make.
     *
     * @throws SuiteException if there is none
     */
    public static Extractor of(Filter filter) {
        return filter.steps() == null ? byName(String.valueOf(filter.extractor())) : Pipeline.of(filter.steps());
    }

    /**
     * An extractor.
     *
     * @throws SuiteException for an unknown name; the message lists the known ones
     */
    public static Extractor byName(String name) {
        Extractor extractor = BY_NAME.get(name);
        if (extractor == null) {
            throw new SuiteException(
                    "extractor '" + name + "' is not known; legal: " + String.join(", ", BY_NAME.keySet()));
        }
        return extractor;
    }

    /** The known names in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static Map<String, Extractor> catalogue() {
        Map<String, Extractor> extractors = new TreeMap<>(RuleFile.read("extractors.yaml"));
        extractors.put("hendrycks-math", new FirstToLastDollar());
        extractors.put("minerva-math", new FinalAnswer());
        extractors.put("mmlu-generative", new FirstLine());
        extractors.put("last-boxed", new LastBoxed());
        return extractors;
    }
}
