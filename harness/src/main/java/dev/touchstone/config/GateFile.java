package dev.touchstone.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file with the key {@code baseline}, and below the key {@code gate} the gates' properties without that prefix. A property with values
 * for several suites or metrics may be written as a map.
 */
final class GateFile {

    /** Where gates are looked for when no file is named. */
    static final Path DEFAULT = Path.of("touchstone.yaml");

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private GateFile(Path file) {
        this.file = file;
    }

    /** A file that a user named; it must be there. */
    static GateFile named(Path file) {
        GateFile read = new GateFile(file);
        if (Files.isRegularFile(file)) {
            read.read();
        } else {
            read.problems.add("property 'gate.file' names '" + file + "', and there is no such file");
        }
        return read;
    }

    /** The file that is read when none is named; empty when it is not there. */
    static GateFile inWorkingDirectory() {
        return Files.isRegularFile(DEFAULT) ? named(DEFAULT) : new GateFile(DEFAULT);
    }

    /** Properties' values by name, as they would stand on a command line. */
    Map<String, String> values() {
        return values;
    }

    /** What is wrong, each in one line. */
    List<String> problems() {
        return problems;
    }

    private void read() {
        try {
            JsonNode tree = new YAMLMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (tree.isMissingNode() || tree.isNull()) {
                return;
            }
            if (tree.isObject()) {
                tree.properties().forEach(entry -> readTop(entry.getKey(), entry.getValue()));
            } else {
                problems.add(file + " must hold the keys baseline and gate");
            }
        } catch (IOException | JacksonException e) {
            problems.add(file + " can't be read as YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void readTop(String key, JsonNode value) {
        if (key.equals(Property.BASELINE.key())) {
            readValue(Property.BASELINE, value);
        } else if (key.equals("gate") && value.isObject()) {
            value.properties().forEach(entry -> readGate(entry.getKey(), entry.getValue()));
        } else if (key.equals("gate")) {
            problems.add(file + ": key 'gate' must hold the keys " + choices());
        } else {
            problems.add(file + ": unknown key '" + key + "'; legal: baseline, gate");
        }
    }

    private void readGate(String key, JsonNode value) {
        Property.of(Property.GATE_PREFIX + key)
                .filter(GateFile::isLegal)
                .ifPresentOrElse(
                        property -> readValue(property, value),
                        () -> problems.add(file + ": unknown key 'gate." + key + "'; legal: " + choices()));
    }

    private void readValue(Property property, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            values.put(property.key(), value.asString());
        } else if (value.isObject()
                && value.properties().stream().allMatch(e -> e.getValue().isValueNode())) {
            values.put(
                    property.key(),
                    value.properties().stream()
                            .map(entry ->
                                    entry.getKey() + "=" + entry.getValue().asString())
                            .collect(Collectors.joining(",")));
        } else {
            problems.add(file + ": key '" + property.key() + "' must hold one value, or a map with values");
        }
    }

    /** A file does not name another one, and what is recorded is decided anew each time. */
    private static boolean isLegal(Property property) {
        return property != Property.GATE_FILE && property != Property.GATE_ACCEPT;
    }

    private static String choices() {
        return Arrays.stream(Property.values())
                .filter(property -> property.key().startsWith(Property.GATE_PREFIX) && isLegal(property))
                .map(property -> property.key().substring(Property.GATE_PREFIX.length()))
                .collect(Collectors.joining(", "));
    }
}
