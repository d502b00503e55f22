package dev.touchstone.reports.console;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.FormComparison;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the console says of suites that ran in both forms: a line for each, with the better one. */
final class FormText {

    private final List<FormComparison> comparisons;
    private final Style style;

    FormText(List<FormComparison> comparisons, Style style) {
        this.comparisons = comparisons;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!comparisons.isEmpty()) {
            lines.add("");
        }
        comparisons.forEach(comparison -> lines.add(line(comparison)));
        return lines;
    }

    private String line(FormComparison comparison) {
        @Nullable SuiteResult better = comparison.better();
        String verdict = better == null
                ? "no form is better, as one has no value"
                : "better in the form " + better.variant().form();
        return style.bold(Names.of(comparison.letters())) + "  "
                + String.join(
                        style.separator(),
                        comparison.letters().variant().precision(),
                        verdict,
                        score(comparison.letters()),
                        score(comparison.cloze()));
    }

    private static String score(SuiteResult suite) {
        @Nullable Double value = FormComparison.value(suite);
        return suite.variant().form() + " " + FormComparison.metric(suite) + " "
                + (value == null ? "undefined" : Figures.percent(value));
    }
}
