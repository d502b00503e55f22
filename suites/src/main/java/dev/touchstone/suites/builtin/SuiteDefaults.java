package dev.touchstone.suites.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@code suite.yaml} of a user means where it says nothing.
 *
 * <ul>
 *   <li>{@code title} is the id, {@code version} 1.0, {@code language} undetermined, {@code split} test; there are no groups and one subject
 *   <li>{@code outputType} is generate_until with key {@code generation}, else multiple_choice with the metrics acc and acc_norm
 *   <li>a form has no description, a blank before the answer and an empty line after each shot
 *   <li>{@code data.format} follows from the file's ending; all columns of the file are fields; {@code data.gold} holds A, B, C, ...
 *   <li>a generated text is compared to the letter, up to an empty line or 256 tokens
 * </ul>
 */
final class SuiteDefaults {

    private static final int ANY_NUMBER_OF_SHOTS = 1_000_000;

    private SuiteDefaults() {}

    /** The tree with everything that it leaves out; what is no object stays as it is. */
    static JsonNode complete(JsonNode tree) {
        if (!(tree instanceof ObjectNode suite)) {
            return tree;
        }
        List<ObjectNode> tasks = tasks(suite);
        tasks.forEach(SuiteDefaults::completeTask);
        put(suite, "title", suite.path("id").asString("suite"));
        put(suite, "version", "1.0");
        put(suite, "language", "und");
        put(suite, "split", "test");
        put(suite, "subjects", "");
        if (!suite.has("groups")) {
            suite.putArray("groups");
        }
        putNumber(suite, "defaultShots", 0);
        putNumber(
                suite,
                "maximumShots",
                tasks.stream().mapToInt(SuiteDefaults::shots).max().orElse(0));
        if (!suite.has("mini") && !tasks.isEmpty()) {
            suite.putObject("mini").put("form", firstForm(tasks.get(0))).put("shots", 0);
        }
        return suite;
    }

    private static List<ObjectNode> tasks(ObjectNode suite) {
        List<ObjectNode> tasks = new ArrayList<>();
        if (suite.get("task") instanceof ObjectNode task) {
            tasks.add(task);
        }
        suite.path("tasks").forEach(task -> {
            if (task instanceof ObjectNode object) {
                tasks.add(object);
            }
        });
        return tasks;
    }

    private static int shots(ObjectNode task) {
        JsonNode examples = task.path("shots").path("examples");
        return examples.isArray() ? examples.size() : task.path("data").has("shots") ? ANY_NUMBER_OF_SHOTS : 0;
    }

    private static String firstForm(ObjectNode task) {
        return task.path("forms").propertyNames().stream().findFirst().orElse("open");
    }

    private static void completeTask(ObjectNode task) {
        task.path("forms").forEach(SuiteDefaults::completeForm);
        boolean generates = task.has("generation");
        put(task, "outputType", generates ? "generate_until" : "multiple_choice");
        if (task.get("generation") instanceof ObjectNode generation) {
            completeGeneration(generation);
        }
        if (task.path("cot").get("generation") instanceof ObjectNode generation) {
            completeGeneration(generation);
        }
        if (!task.has("metrics")) {
            ArrayNode metrics = task.putArray("metrics");
            metrics(task).forEach(metrics::add);
        }
        if (task.get("data") instanceof ObjectNode data) {
            int choices =
                    task.path("forms").path(firstForm(task)).path("choices").size();
            completeData(data, choices);
        }
        if (task.get("shots") instanceof ObjectNode shots) {
            put(shots, "draw", "first");
            put(shots, "apart", "nothing");
        }
    }

    private static List<String> metrics(ObjectNode task) {
        return task.has("generation")
                ? task.path("generation")
                        .path("filters")
                        .valueStream()
                        .map(filter -> filter.path("metric").asString(""))
                        .toList()
                : List.of("acc", "acc_norm");
    }

    private static void completeForm(JsonNode form) {
        if (form instanceof ObjectNode templates) {
            put(templates, "description", "");
            put(templates, "answerDelimiter", " ");
            put(templates, "shotDelimiter", "\n\n");
            if (!templates.has("choices")) {
                templates.putArray("choices");
            }
        }
    }

    private static void completeGeneration(ObjectNode generation) {
        if (!generation.has("until")) {
            generation.putArray("until").add("\n\n");
        }
        putNumber(generation, "maximumTokens", 256);
        if (!generation.has("filters")) {
            generation
                    .putArray("filters")
                    .addObject()
                    .put("metric", "exact_match")
                    .putArray("steps");
        }
        generation.path("filters").forEach(filter -> {
            if (filter instanceof ObjectNode object && !object.has("match") && !object.has("exact")) {
                object.put("match", "exact");
            }
        });
    }

    private static void completeData(ObjectNode data, int choices) {
        String format = format(data.path("evaluation").asString(""));
        put(data, "format", format);
        boolean table = format.equals("csv") || format.equals("tsv");
        if (!data.has("header")) {
            data.put("header", table);
        }
        for (String list : List.of("columns", "choices")) {
            if (!data.has(list)) {
                data.putArray(list);
            }
        }
        put(data, "gold", "");
        if (!data.has("goldValues")) {
            ArrayNode letters = data.putArray("goldValues");
            int count = data.path("gold").asString("").isEmpty() ? 0 : choices;
            IntStream.range(0, count)
                    .mapToObj(i -> String.valueOf((char) ('A' + i)))
                    .forEach(letters::add);
        }
        putNumber(data, "goldIndex", -1);
    }

    private static String format(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        @Nullable
        String format = Map.of("jsonl", "json", "json", "json", "tsv", "tsv", "csv", "csv", "parquet", "parquet")
                .get(ending);
        return format == null ? "csv" : format;
    }

    private static void put(ObjectNode node, String key, String value) {
        if (!node.has(key)) {
            node.put(key, value);
        }
    }

    private static void putNumber(ObjectNode node, String key, int value) {
        if (!node.has(key)) {
            node.put(key, value);
        }
    }
}
