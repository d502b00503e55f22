package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.Baseline.Origin;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Variant;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a run's results and the items files beside them. */
final class ResultsReader {

    private final Path file;

    /** @param file the run's {@code results.json} */
    ResultsReader(Path file) {
        this.file = file;
    }

    /** @param source how the baseline was named */
    Baseline read(JsonNode tree, String source) throws IOException {
        JsonNode run = tree.required("run");
        Origin origin = new Origin(
                run.required("id").asString(),
                run.required("started").asString(),
                run.required("model").asString(),
                run.required("modelFingerprint").asString(),
                run.required("harnessVersion").asString());
        List<SuiteItems> suites = new ArrayList<>();
        for (JsonNode suite : tree.required("suites")) {
            if (!suite.required("mode").asString().equals(SuiteResult.CHECK)) {
                suites.add(suite(suite));
            }
        }
        return new Baseline(source, origin, null, suites);
    }

    private SuiteItems suite(JsonNode suite) throws IOException {
        JsonNode variant = suite.required("variant");
        return new SuiteItems(
                suite.required("suite").asString(),
                new Variant(
                                variant.required("precision").asString(),
                                variant.path("form").asString(""))
                        .id(),
                suite.required("dataSha256").asString(),
                suite.required("shots").asInt(),
                suite.required("status").asString().equals("completed"),
                items(file.resolveSibling(suite.required("itemsFile").asString())));
    }

    /** Line by line: prompts are long, and what is kept is short. */
    private static List<ItemSummary> items(Path file) throws IOException {
        List<ItemSummary> items = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                items.add(ItemSummary.of(ItemJson.read(line)));
            }
        } catch (JacksonException e) {
            throw new ComparisonRefused("the baseline's items file " + file + " is damaged at line "
                    + (items.size() + 1) + "; take another baseline");
        }
        return items;
    }
}
