package dev.touchstone.reports.lmeval;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code lm-eval/results_*.json} and {@code lm-eval/samples_*.jsonl}. Where a run has several variants, each has a folder of its own
 * below {@code lm-eval/}, as a task's name says nothing of a variant. Checks on the model are no tasks and are left out.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LmEvalFiles implements ReportWriter {

    /** Scores of other ways of scoring would be taken for those of its tasks. */
    private static final Set<String> ITS_MODES = Set.of("loglikelihood", "generate", "rolling loglikelihood");

    /** After the results file, which it reads. */
    private static final int AFTER_RESULTS = 100;

    @Override
    public String id() {
        return "lm-eval";
    }

    @Override
    public int order() {
        return AFTER_RESULTS;
    }

    @Override
    public void write(RunResult result) throws IOException {
        if (!"false".equals(result.run().properties().get("lm-eval"))) {
            write(result.run().folder());
        }
    }

    static void write(Path folder) throws IOException {
        JsonNode results = RunFiles.readResults(folder);
        Map<String, List<JsonNode>> byVariant = byVariant(results.required("suites"));
        for (Map.Entry<String, List<JsonNode>> variant : byVariant.entrySet()) {
            Path place = folder.resolve(RunFiles.LM_EVAL);
            write(
                    new LmEvalRun(results.required("run"), variant.getKey(), variant.getValue()),
                    folder,
                    byVariant.size() == 1 ? place : place.resolve(variant.getKey()));
        }
    }

    private static void write(LmEvalRun run, Path folder, Path place) throws IOException {
        Files.createDirectories(place);
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode suite : run.suites()) {
            Path items = folder.resolve(suite.required("itemsFile").asString());
            if (Files.isRegularFile(items)) {
                try (SampleFiles samples = new SampleFiles(place, run.stamp(), suite)) {
                    samples.write(items);
                    hashes.putAll(samples.taskHashes());
                }
            }
        }
        RunFiles.write(place.resolve("results_" + run.stamp() + ".json"), new ResultsFile(run, hashes).text());
    }

    private static Map<String, List<JsonNode>> byVariant(JsonNode suites) {
        Map<String, List<JsonNode>> byVariant = new LinkedHashMap<>();
        for (JsonNode suite : suites) {
            if (ITS_MODES.contains(suite.path("mode").asString(""))
                    && !suite.path("status").asString("").equals("skipped")) {
                byVariant
                        .computeIfAbsent(LmEvalRun.variantName(suite.required("variant")), key -> new ArrayList<>())
                        .add(suite);
            }
        }
        return byVariant;
    }
}
