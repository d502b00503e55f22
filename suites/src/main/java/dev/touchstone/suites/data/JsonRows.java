package dev.touchstone.suites.data;

import dev.touchstone.suites.Task.DataLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads objects from a JSON array, or from JSON lines: which of the two, the first character says. */
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final DataLayout layout;
    private final Problems problems;

    JsonRows(DataLayout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** The rows, without those that have a problem. */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        if (text.stripLeading().startsWith("[")) {
            readArray(text, rows);
        } else {
            readLines(new Lines(text), rows);
        }
        return rows;
    }

    private void readArray(String text, List<Row> rows) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                add(line, parser.readValueAsTree(), rows);
            }
            if (parser.nextToken() != null) {
                problems.add(
                        parser.currentTokenLocation().getLineNr(),
                        "there is more after the end of the array; remove it");
            }
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            addMalformed(location == null ? 1 : Math.max(1, location.getLineNr()), e);
        }
    }

    private void readLines(Lines lines, List<Row> rows) {
        for (int line = 1; line <= lines.count(); line++) {
            String text = lines.text(line);
            if (text.isBlank()) {
                continue;
            }
            try (JsonParser parser = JSON.createParser(text)) {
                parser.nextToken();
                add(line, parser.readValueAsTree(), rows);
                if (parser.nextToken() != null) {
                    problems.add(line, "there is more than one value on the line; write one object a line");
                }
            } catch (JacksonException e) {
                addMalformed(line, e);
            }
        }
    }

    private void addMalformed(int line, JacksonException e) {
        String message = e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " ").replaceAll(" \\(start marker at .*", "");
        problems.add(line, "malformed JSON: " + message);
    }

    private void add(int line, JsonNode node, List<Row> rows) {
        if (!node.isObject()) {
            problems.add(line, "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT) + ", expected an object");
            return;
        }
        List<String> missing = layout.columns().stream()
                .filter(column ->
                        !node.path(column).isValueNode() || node.path(column).isNull())
                .toList();
        if (!missing.isEmpty()) {
            problems.add(
                    line,
                    "no text in " + missing.stream().map(Problems::quoted).collect(Collectors.joining(", "))
                            + "; expected the fields " + String.join(",", layout.columns()));
            return;
        }
        Map<String, String> fields = fields(node);
        addChoices(node, fields);
        rows.add(new Row(line, fields));
    }

    private void addChoices(JsonNode node, Map<String, String> fields) {
        if (layout.choiceList() != null) {
            JsonNode list = node.path(layout.choiceList());
            for (int i = 0; i < Math.min(list.size(), layout.choices().size()); i++) {
                fields.put(layout.choices().get(i), list.get(i).asString());
            }
        }
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }
}
