package dev.touchstone.gate;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.result.Finding;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Runs of one suite for tests of gates, made from what was found of each item. */
final class SampleItems {

    static final String SUITE = "sample";

    private static final ModelDescription MODEL =
            new ModelDescription("sample", "sha256:00", "sample", 1, 1, "native", "none", Map.of());

    private SampleItems() {}

    /** A run of items of which this was found, with these scores. */
    static RunResult run(int count, IntFunction<Finding> finding, IntFunction<Map<String, Double>> scores) {
        List<ItemResult> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new ItemResult(
                    SUITE + "/all#" + i,
                    SUITE,
                    "all",
                    i,
                    "test",
                    "prompt " + i,
                    "",
                    List.of(),
                    finding.apply(i),
                    scores.apply(i),
                    new ItemResult.Tokens(10, tokens(finding.apply(i)), 0),
                    new ItemResult.Timing(1, 1)));
        }
        return run(items, Map.of("mcc", Estimate.of(0.4, 0.1, new Estimate.Interval(0.2, 0.6), count)));
    }

    /** Tokens are characters here. */
    private static int tokens(Finding finding) {
        return finding instanceof Finding.Generated text ? text.response().length() : 1;
    }

    private static RunResult run(List<ItemResult> items, Map<String, Estimate> metrics) {
        OutcomeCounts outcomes = OutcomeCounts.of(items);
        SubjectResult subject = new SubjectResult("all", "All", "All", "", metrics, outcomes, items);
        SuiteResult suite = new SuiteResult(
                SUITE,
                "Sample",
                "en",
                null,
                "folder",
                "data",
                new SuiteResult.Variant("native"),
                MODEL,
                0,
                "loglikelihood",
                true,
                items.size(),
                metrics,
                outcomes,
                List.of(),
                List.of(subject),
                new SuiteResult.Performance(1, 1, 1, 1, 0),
                Path.of("items.jsonl"));
        ModelDescription model =
                new ModelDescription("sample", "sha256:00", "sample", 1, 1, "native", "none", Map.of());
        RunInfo info = new RunInfo("run", Instant.EPOCH, MODEL, "0.1.0", "17", Map.of(), Map.of(), Path.of("run"));
        return new RunResult(info, List.of(suite));
    }
}
