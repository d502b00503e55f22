package dev.touchstone.reports.html;

import dev.touchstone.reports.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The files of a run, read for the page.
 *
 * @param results what {@code results.json} holds
 * @param questions the prompts and choices of all items, each once
 * @param trend what {@code trend.json} holds; no trends where there is none
 * @param tables the items of each suite under each variant, in the results' order
 */
record RunData(JsonNode results, JsonNode trend, Questions questions, List<ItemTable> tables) {

    static RunData read(Path folder) throws IOException {
        JsonNode results = RunFiles.readResults(folder);
        Questions questions = new Questions();
        List<ItemTable> tables = new ArrayList<>();
        for (JsonNode suite : results.required("suites")) {
            ItemTable table = new ItemTable(suite.required("suite").asString(), questions);
            Path items = folder.resolve(suite.path("itemsFile").asString("")).normalize();
            if (Files.isRegularFile(items)) {
                table.read(items);
            }
            tables.add(table);
        }
        return new RunData(results, RunFiles.readTrend(folder), questions, tables);
    }
}
