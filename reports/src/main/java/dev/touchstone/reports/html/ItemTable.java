package dev.touchstone.reports.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of one suite under one variant, by column. The columns are the fields of the items file, whatever they are; those of an object
 * are columns of their own, {@code tokens.prompt}. Prompt and choices are a number of {@link Questions}.
 */
final class ItemTable {

    /** Index into {@link Questions}. */
    static final String QUESTION = "question";

    private static final Set<String> OF_THE_QUESTION = Set.of("prompt", "promptSha256", "choices");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String suite;
    private final Questions questions;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows;

    ItemTable(String suite, Questions questions) {
        this.suite = suite;
        this.questions = questions;
    }

    /** Adds the items of a file, line by line. */
    void read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                add(parse(line, file, number));
            }
        }
    }

    void add(JsonNode item) {
        column(QUESTION).put(rows, IntNode.valueOf(questions.add(item)));
        item.properties().forEach(field -> {
            if (!OF_THE_QUESTION.contains(field.getKey()) && !isKnown(field.getKey(), item)) {
                put(field.getKey(), field.getValue());
            }
        });
        rows++;
    }

    int rows() {
        return rows;
    }

    Questions questions() {
        return questions;
    }

    /** The field of an item; a missing node if the item has none. */
    JsonNode value(String column, int row) {
        Column values = columns.get(column);
        return values == null ? JsonNodeFactory.instance.missingNode() : values.get(row);
    }

    /** The choices of an item as scored. */
    List<String> choices(int row) {
        return questions.choices(value(QUESTION, row).asInt());
    }

    /** {@code {"rows": n, "columns": {name: column}}}. */
    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rows", rows);
        ObjectNode written = node.putObject("columns");
        columns.forEach((name, column) -> written.set(name, column.toJson(rows)));
        return node;
    }

    /** What the page can tell from the rest of the item. */
    private boolean isKnown(String field, JsonNode item) {
        return switch (field) {
            case "suite" -> item.get(field).asString().equals(suite);
            case "id" ->
                item.get(field)
                        .asString()
                        .equals(suite + "/" + item.path("subject").asString("") + "#"
                                + item.path("index").asString(""));
            default -> false;
        };
    }

    private void put(String field, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(inner -> column(field + "." + inner.getKey()).put(rows, inner.getValue()));
        } else {
            column(field).put(rows, value);
        }
    }

    private Column column(String name) {
        return columns.computeIfAbsent(name, key -> new Column());
    }

    private static JsonNode parse(String line, Path file, int number) throws IOException {
        try {
            JsonNode item = MAPPER.readTree(line);
            if (item.isObject()) {
                return item;
            }
            throw new IOException(file + " is damaged at line " + number + ": a JSON object is expected there");
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged at line " + number + ": " + e.getOriginalMessage(), e);
        }
    }
}
