package dev.touchstone.hardware;

import dev.touchstone.hardware.Figure.Confidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a profile. What is wrong is said with the file, the key, and what would be right. */
final class ProfileReader {

    private static final Set<String> KEYS =
            Set.of("title", "architecture", "devices", "memory", "bandwidth", "power", "peaks", "sources");

    private final String name;
    private final String file;
    private final JsonNode root;

    private ProfileReader(String name, String file, JsonNode root) {
        this.name = name;
        this.file = file;
        this.root = root;
    }

    /**
     * @param name what the profile is called
     * @param file where it is, for messages
     */
    static HardwareProfile read(String name, String file, String yaml) {
        try {
            return new ProfileReader(name, file, Yaml.MAPPER.readTree(yaml)).profile();
        } catch (JacksonException e) {
            throw new HardwareException("the hardware profile " + file + " is no YAML: "
                    + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    private HardwareProfile profile() {
        if (!root.isObject()) {
            throw problem("it holds no keys; needed: title, architecture");
        }
        root.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw problem("unknown key '" + key + "'; legal: "
                            + KEYS.stream().sorted().collect(Collectors.joining(", ")));
                });
        return new HardwareProfile(
                name,
                text(root, "title", ""),
                architecture(),
                root.path("devices").valueStream().map(JsonNode::asString).toList(),
                optional("memory", "GB"),
                optional("bandwidth", "GB/s"),
                optional("power", "W"),
                peaks());
    }

    private Architecture architecture() {
        String id = text(root, "architecture", "");
        return Capabilities.load()
                .architecture(id)
                .orElseThrow(() -> problem("architecture is '" + id + "'; legal: "
                        + String.join(", ", Capabilities.load().architectures().keySet())));
    }

    private @Nullable Figure optional(String key, String unit) {
        return root.has(key) ? figure(root.get(key), key, unit) : null;
    }

    private List<Peak> peaks() {
        List<Peak> peaks = new ArrayList<>();
        int number = 0;
        for (JsonNode node : root.path("peaks")) {
            String where = "peaks[" + number++ + "].";
            String type = text(node, "type", where);
            String unit = type.startsWith("int") ? "TOPS" : "TFLOPS";
            boolean dense = choice(text(node, "sparsity", where), where + "sparsity", "dense", "sparse") == 0;
            peaks.add(new Peak(
                    type,
                    figure(node, where.substring(0, where.length() - 1), unit),
                    dense,
                    text(node, "accumulator", where)));
        }
        return peaks;
    }

    private Figure figure(JsonNode node, String key, String unit) {
        double value = node.path("value").asDouble(0);
        if (!(value > 0)) {
            throw problem(key + ".value is '" + node.path("value").asString("") + "'; legal: a number above 0");
        }
        choice(text(node, "unit", key + "."), key + ".unit", unit);
        String source = text(node, "source", key + ".");
        String confidence = text(node, "confidence", key + ".");
        String[] legal = Arrays.stream(Confidence.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return new Figure(
                value,
                unit,
                root.path("sources").path(source).asString(source).strip(),
                Confidence.values()[choice(confidence, key + ".confidence", legal)]);
    }

    private int choice(String value, String key, String... legal) {
        int index = Arrays.asList(legal).indexOf(value);
        if (index < 0) {
            throw problem(key + " is '" + value + "'; legal: " + String.join(", ", legal));
        }
        return index;
    }

    private String text(JsonNode node, String key, String prefix) {
        String value = node.path(key).asString("");
        if (value.isBlank()) {
            throw problem("the key " + prefix + key + " is missing");
        }
        return value;
    }

    private HardwareException problem(String what) {
        return new HardwareException("the hardware profile " + file + ": " + what);
    }
}
