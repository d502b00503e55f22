package dev.touchstone.reports;

import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run of checks on a model for tests: one that holds, one that does not, one that was skipped, and two in one subject. */
public final class SampleChecks {

    private SampleChecks() {}

    public static RunResult run(Path folder) {
        return new RunResult(SampleRuns.small(folder).run(), List.of(suite(folder)));
    }

    private static SuiteResult suite(Path folder) {
        List<SubjectResult> subjects = List.of(
                subject("logits", check("logits", 0, Checked.of(true, "16 rows", Map.of("rows", 16.0)))),
                subject(
                        "causal-mask",
                        check(
                                "causal-mask",
                                0,
                                Checked.of(
                                        false, "3 of 65 positions differ", Map.of("largestDifference", Double.NaN)))),
                subject("batch", check("batch", 0, Checked.skipped("can't be looked into"))),
                subject(
                        "round-trip",
                        check("round-trip", 0, Checked.of(true, "naïve: the same", Map.of())),
                        check("round-trip", 1, new Failed("the model failed while it was looked into", -1))));
        OutcomeCounts outcomes = OutcomeCounts.of(
                subjects.stream().flatMap(subject -> subject.items().stream()).toList());
        return new SuiteResult(
                "sanity",
                "Sanity",
                "en",
                null,
                "none",
                "ab12".repeat(16),
                new SuiteResult.Variant("native"),
                SampleRuns.MODEL,
                0,
                SuiteResult.CHECK,
                false,
                7,
                Map.of(),
                outcomes,
                List.of(new GroupResult("computation", "Computation", List.of(), Map.of(), outcomes)),
                subjects,
                new SuiteResult.Performance(7_000_000_000L, 6_000_000_000L, 0, 0, 0),
                folder.resolve("items-sanity-native.jsonl"));
    }

    private static SubjectResult subject(String id, ItemResult... checks) {
        return new SubjectResult(
                id, id, id, "computation", Map.of(), OutcomeCounts.of(List.of(checks)), List.of(checks));
    }

    /** A check and what it found. */
    public static ItemResult check(String subject, int index, Finding finding) {
        return new ItemResult(
                "sanity/" + subject + "#" + index,
                "sanity",
                subject,
                index,
                "checks",
                "00".repeat(32),
                "A statement about " + subject + ".",
                List.of(),
                finding,
                Map.of(),
                new ItemResult.Tokens(0, 0, 0),
                new ItemResult.Timing(1_000_000, 0));
    }
}
