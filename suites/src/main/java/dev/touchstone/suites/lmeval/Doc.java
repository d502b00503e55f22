package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A row of a data set.
 *
 * @param values Python values by column
 * @param place where it stands
 */
record Doc(Map<String, Object> values, Place place) {

    /** The column's value, {@code None} when there is none. */
    Object get(String column) {
        return Types.of(values.get(column));
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    /** With further columns, or other values in the same ones, as {@code dataset.map} makes it. */
    Doc with(Function<Doc, Map<String, Object>> columns) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(columns.apply(this));
        return new Doc(all, place);
    }
}
