package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.Baseline.Origin;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.result.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded baseline: one file without any text of the data, a line for each item so that a version control shows what changed. The keys' order is
 * fixed.
 */
final class BaselineJson {

    private static final String FORMAT = "touchstoneBaseline";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BaselineJson() {}

    static boolean isBaseline(JsonNode tree) {
        return tree.path(FORMAT).asInt(0) == VERSION;
    }

    /** Writes the file, in one go: beside its place first, then moved there. */
    static void write(Baseline baseline, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = folder.resolve(file.getFileName() + ".part");
            Files.writeString(part, text(baseline), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the baseline " + file + " can't be written (" + e + "); name another file with -Dbaseline", e);
        }
    }

    private static String text(Baseline baseline) {
        return "{\"" + FORMAT + "\":" + VERSION + ",\n\"run\":" + origin(baseline.run()) + ",\n\"suites\":["
                + baseline.suites().stream().map(BaselineJson::suite).collect(Collectors.joining(",")) + "\n]}\n";
    }

    private static String origin(Origin run) {
        return MAPPER.createObjectNode()
                .put("id", run.id())
                .put("started", run.started())
                .put("model", run.model())
                .put("modelFingerprint", run.modelFingerprint())
                .put("harnessVersion", run.harnessVersion())
                .toString();
    }

    private static String suite(SuiteItems suite) {
        String head = MAPPER.createObjectNode()
                .put("suite", suite.suite())
                .put("variant", suite.variant())
                .put("dataSha256", suite.dataSha256())
                .put("shots", suite.shots())
                .toString();
        return "\n" + head.substring(0, head.length() - 1) + ",\"items\":[\n"
                + suite.items().stream().map(BaselineJson::item).collect(Collectors.joining(",\n")) + "\n]}";
    }

    private static String item(ItemSummary item) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", item.id())
                .put("promptSha256", item.promptSha256())
                .put("gold", item.gold())
                .put("answer", item.answer())
                .put("outcome", item.outcome().jsonName());
        ObjectNode scores = node.putObject("scores");
        item.scores().forEach(scores::put);
        if (!item.amounts().isEmpty()) {
            ObjectNode amounts = node.putObject("amounts");
            new TreeMap<>(item.amounts()).forEach(amounts::put);
        }
        return node.toString();
    }

    /** @param source how the baseline was named */
    static Baseline read(JsonNode tree, String source) {
        JsonNode run = tree.required("run");
        Origin origin = new Origin(
                run.required("id").asString(),
                run.required("started").asString(),
                run.required("model").asString(),
                run.required("modelFingerprint").asString(),
                run.required("harnessVersion").asString());
        List<SuiteItems> suites = new ArrayList<>();
        tree.required("suites").forEach(suite -> suites.add(readSuite(suite)));
        return new Baseline(source, origin, null, suites);
    }

    private static SuiteItems readSuite(JsonNode suite) {
        List<ItemSummary> items = new ArrayList<>();
        suite.required("items").forEach(item -> items.add(readItem(item)));
        return new SuiteItems(
                suite.required("suite").asString(),
                suite.required("variant").asString(),
                suite.required("dataSha256").asString(),
                suite.required("shots").asInt(),
                true,
                items);
    }

    private static ItemSummary readItem(JsonNode item) {
        return new ItemSummary(
                item.required("id").asString(),
                item.required("promptSha256").asString(),
                item.required("gold").asString(),
                item.required("answer").asString(),
                outcome(item.required("outcome").asString()),
                numbers(item.required("scores")),
                numbers(item.path("amounts")));
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ComparisonRefused("the baseline has an item with the outcome '" + name
                        + "', which this version does not know; record it anew with -Dgate.accept=true"));
    }
}
