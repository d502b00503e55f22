package dev.touchstone.reports.allure;

import dev.touchstone.metric.Labels;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Balance;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subject's figures as Markdown: the metrics with their uncertainty, the outcomes, and what to be careful about. */
final class SubjectDescription {

    private SubjectDescription() {}

    static String of(SubjectResult subject, SuiteResult suite) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + Names.of(subject) + "**, " + Names.of(suite));
        lines.add("");
        lines.addAll(metrics(subject.metrics()));
        lines.add("");
        lines.addAll(outcomes(subject.outcomes()));
        notes(subject, suite).forEach(note -> lines.addAll(List.of("", note)));
        return String.join("\n", lines);
    }

    private static List<String> metrics(Map<String, Estimate> metrics) {
        List<String> lines = new ArrayList<>();
        lines.add("| metric | value | standard error | 95 % interval | n |");
        lines.add("|:--|--:|--:|:-:|--:|");
        metrics.forEach((name, estimate) -> lines.add("| " + name + " | " + number(name, estimate.value()) + " | "
                + number(name, estimate.standardError()) + " | " + interval(name, estimate.interval95()) + " | "
                + estimate.n() + " |"));
        return lines;
    }

    private static String number(String metric, @Nullable Double value) {
        return value == null ? "–" : Figures.metric(metric, value) + Figures.unit(metric);
    }

    private static String interval(String metric, Estimate.@Nullable Interval interval) {
        return interval == null
                ? "–"
                : Figures.metric(metric, interval.low()) + " – " + number(metric, interval.high());
    }

    private static List<String> outcomes(OutcomeCounts counts) {
        if (isMeasured(counts)) {
            return List.of(
                    "| items | measured | not evaluated |",
                    "|--:|--:|--:|",
                    "| " + counts.total() + " | " + counts.measured() + " | " + counts.error() + " |");
        }
        return List.of(
                "| items | right | wrong | no answer | not evaluated |",
                "|--:|--:|--:|--:|--:|",
                "| " + counts.total() + " | " + counts.correct() + " | " + counts.wrong() + " | " + counts.noAnswer()
                        + " | " + counts.error() + " |");
    }

    /** Items that no answer is right or wrong for; those of a subject are all of one kind. */
    private static boolean isMeasured(OutcomeCounts counts) {
        return counts.measured() > 0;
    }

    private static List<String> notes(SubjectResult subject, SuiteResult suite) {
        List<String> notes = new ArrayList<>();
        subject.metrics().values().stream()
                .map(Estimate::undefined)
                .filter(reason -> reason != null)
                .distinct()
                .forEach(reason -> notes.add("– undefined: " + reason));
        long cut = subject.items().stream()
                .map(ItemResult::tokens)
                .filter(tokens -> tokens.truncated() > 0)
                .count();
        Balance.of(subject).filter(Labels::mislead).ifPresent(labels -> notes.add(Balance.warning(labels) + "."));
        if (cut > 0) {
            notes.add("Prompts that were cut at the beginning: " + cut + ".");
        }
        if (!suite.finished()) {
            notes.add("The run was stopped: these may not be all items.");
        }
        String green = isMeasured(subject.outcomes())
                ? "green was measured, and no answer is right or wrong"
                : "green is right, grey is wrong or without an answer";
        notes.add("A step for each item: " + green + ", yellow could not be evaluated. Times are the model's.");
        return notes;
    }
}
