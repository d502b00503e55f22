package dev.touchstone.reports.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of one field over the items. Not every item needs to have it, which is something else than null. */
final class Column {

    private final List<Integer> rows = new ArrayList<>();
    private final List<JsonNode> values = new ArrayList<>();

    /** Rows must come in ascending order. */
    void put(int row, JsonNode value) {
        rows.add(row);
        values.add(value);
    }

    /** The item's value; a missing node if it has none. */
    JsonNode get(int row) {
        int at = rows.size() > row && rows.get(row) == row ? row : Collections.binarySearch(rows, row);
        return at < 0 ? JsonNodeFactory.instance.missingNode() : values.get(at);
    }

    /** {@code {"values": [...]}}, and {@code "rows": [...]} with the rows that they belong to unless all have one. */
    ObjectNode toJson(int allRows) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (rows.size() < allRows) {
            rows.forEach(node.putArray("rows")::add);
        }
        ArrayNode written = node.putArray("values");
        values.forEach(written::add);
        return node;
    }
}
