package dev.touchstone.suites.builtin;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the keys of a YAML file with the components of the record that it becomes: all but the
 * optional ones must be there, and no others. */
final class YamlKeys {

    private final List<String> problems = new ArrayList<>();

    private YamlKeys() {}

    static List<String> problems(JsonNode tree, Class<? extends Record> type) {
        YamlKeys keys = new YamlKeys();
        keys.compareObject("", tree, type);
        return keys.problems;
    }

    private void compareObject(String path, JsonNode node, Class<?> type) {
        List<String> legal = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        if (!node.isObject()) {
            problems.add((path.isEmpty() ? "the file" : "key '" + path + "'") + " must hold the keys "
                    + String.join(", ", legal));
            return;
        }
        node.propertyNames().stream()
                .filter(key -> !legal.contains(key))
                .forEach(key ->
                        problems.add("unknown key '" + below(path, key) + "'; legal: " + String.join(", ", legal)));
        for (RecordComponent component : type.getRecordComponents()) {
            compareValue(below(path, component.getName()), node.get(component.getName()), component);
        }
    }

    private void compareValue(String path, @Nullable JsonNode value, RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value == null || value.isNull()) {
            if (!optional) {
                problems.add("key '" + path + (value == null ? "' is missing" : "' has no value"));
            }
        } else if (component.getType().isRecord()) {
            compareObject(path, value, component.getType());
        } else if (component.getType() == List.class) {
            compareElements(path, value, component.getGenericType());
        } else if (component.getType() == Map.class) {
            compareEntries(path, value, component.getGenericType());
        } else if (!value.isValueNode()) {
            problems.add("key '" + path + "' must hold one value");
        }
    }

    private void compareElements(String path, JsonNode list, Type type) {
        if (!list.isArray()) {
            problems.add("key '" + path + "' must hold a list");
            return;
        }
        Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
        for (int i = 0; i < list.size(); i++) {
            if (element instanceof Class<?> record && record.isRecord()) {
                compareObject(path + "[" + i + "]", list.get(i), record);
            }
        }
    }

    private void compareEntries(String path, JsonNode map, Type type) {
        Type element = ((ParameterizedType) type).getActualTypeArguments()[1];
        if (!map.isObject()) {
            problems.add("key '" + path + "' must hold keys of its own");
            return;
        }
        map.properties()
                .forEach(entry -> compareObject(below(path, entry.getKey()), entry.getValue(), (Class<?>) element));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
