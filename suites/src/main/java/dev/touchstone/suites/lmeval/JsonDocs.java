package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.None;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON array of objects, or of JSON lines. */
final class JsonDocs {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonDocs() {}

    static List<Doc> read(Path file, String text) {
        List<Doc> rows = new ArrayList<>();
        boolean array = text.stripLeading().startsWith("[");
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken token = parser.nextToken();
            token = array ? parser.nextToken() : token;
            while (token != null && token != JsonToken.END_ARRAY) {
                Place place = new Place(
                        file, Math.max(1, parser.currentTokenLocation().getLineNr()));
                rows.add(row(parser.readValueAsTree(), place));
                token = parser.nextToken();
            }
            return rows;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Place(file, line)
                    .refuse("malformed JSON: "
                            + e.getOriginalMessage()
                                    .replaceAll("\\s*\\R\\s*", " ")
                                    .replaceAll(" \\(start marker at .*", ""));
        }
    }

    private static Doc row(JsonNode node, Place place) {
        if (!node.isObject()) {
            throw place.refuse("a row must be a JSON object");
        }
        return new Doc(object(node), place);
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return None.NONE;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return elements;
        }
        if (node.isObject()) {
            return object(node);
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.asLong() : node.asDouble();
        }
        return node.asString();
    }
}
