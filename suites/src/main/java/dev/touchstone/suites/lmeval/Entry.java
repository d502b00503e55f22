package dev.touchstone.suites.lmeval;

import java.util.List;
import java.util.Map;

/**
 * A value in a task file.
 *
 * @param value text, {@code Long}, {@code Double}, {@code Boolean}, {@code None}, {@link PythonFunction}, a list of entries, or a map of them
 *     by text
 * @param place where it stands
 */
record Entry(Object value, Place place) {

    boolean isText() {
        return value instanceof String;
    }

    boolean isFunction() {
        return value instanceof PythonFunction;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    String text() {
        return (String) value;
    }

    PythonFunction function() {
        return (PythonFunction) value;
    }

    @SuppressWarnings("unchecked")
    List<Entry> list() {
        return (List<Entry>) value;
    }

    @SuppressWarnings("unchecked")
    Map<String, Entry> map() {
        return (Map<String, Entry>) value;
    }

    TaskException refuse(String message) {
        return place.refuse(message);
    }
}
