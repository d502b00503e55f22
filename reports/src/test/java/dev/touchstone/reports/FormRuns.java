package dev.touchstone.reports;

import dev.touchstone.metric.VariantComparisons;
import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run of one suite in both forms. */
public final class FormRuns {

    private FormRuns() {}

    /**
     * The suite with letters and with texts.
     *
     * @param right of ten items how many are right with letters, and with texts by acc_norm; negative for no item at all
     */
    public static RunResult both(Path folder, int... right) {
        RunResult plain = SampleRuns.small(folder);
        SuiteResult suite = plain.suites().get(0);
        return new RunResult(
                plain.run(),
                List.of(
                        form(suite, "letters", Map.of("acc", estimate(right[0]))),
                        form(suite, "cloze", Map.of("acc_norm", estimate(right[1])))));
    }

    /** The suite with texts in two precisions. */
    public static RunResult precisions(Path folder) {
        RunResult plain = SampleRuns.variants(folder);
        List<SuiteResult> suites = plain.suites().stream()
                .map(suite -> form(suite, "cloze", suite.metrics()))
                .toList();
        return new RunResult(
                plain.run(), suites, VariantComparisons.of(suites, List.of("fp32", "int4")), List.of(), List.of());
    }

    private static Estimate estimate(int right) {
        return right < 0 ? Accuracy.of(0, 0) : Accuracy.of(right, 10);
    }

    private static SuiteResult form(SuiteResult suite, String form, Map<String, Estimate> metrics) {
        return new SuiteResult(
                suite.suite(),
                suite.title(),
                suite.language(),
                suite.capability(),
                suite.data(),
                suite.dataSha256(),
                new SuiteResult.Variant(suite.variant().precision(), form),
                suite.model(),
                suite.shots(),
                suite.mode(),
                suite.finished(),
                suite.planned(),
                metrics,
                suite.outcomes(),
                List.of(),
                suite.subjects(),
                suite.performance(),
                suite.itemsFile().resolveSibling("items-ceval-native-" + form + ".jsonl"));
    }
}
