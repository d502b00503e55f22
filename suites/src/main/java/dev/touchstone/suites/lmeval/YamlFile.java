package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.None;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One YAML file as PyYAML's safe loader reads it, with the tag {@code !function}, and with the line of everything. */
final class YamlFile {

    private static final String FUNCTION = "!function";
    private static final String MERGE = "<<";
    private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

    /** A task file with long examples in it has a few hundred thousand characters. */
    private static final int LONGEST = 50_000_000;

    private final Path file;

    private YamlFile(Path file) {
        this.file = file;
    }

    /**
     * The file's keys.
     *
     * @throws TaskException if it can't be read, or is no map
     */
    static Map<String, Entry> read(Path file) {
        Entry entry = new YamlFile(file).compose();
        if (!entry.isMap()) {
            throw entry.refuse("a task file holds keys, such as 'task: NAME'");
        }
        return entry.map();
    }

    private Entry compose() {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LONGEST).build();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Compose(settings)
                    .composeString(text)
                    .map(this::entry)
                    .orElseThrow(() -> new Place(file, 1).refuse("the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Place(file, line).refuse("no YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Place(file, 1).refuse("no YAML: " + oneLine(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new Place(file, 1).refuse("can't be read: " + e);
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private Entry entry(Node node) {
        Place place = place(node);
        if (node instanceof MappingNode mapping) {
            return new Entry(map(mapping), place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Entry(sequence.getValue().stream().map(this::entry).toList(), place);
        }
        return new Entry(scalar((ScalarNode) node, place), place);
    }

    private Place place(Node node) {
        return new Place(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    private Object scalar(ScalarNode node, Place place) {
        String tag = node.getTag().getValue();
        if (tag.equals(FUNCTION)) {
            return new PythonFunction(node.getValue(), file.toAbsolutePath().getParent());
        }
        if (!tag.startsWith(STANDARD_TAGS)) {
            throw place.refuse("the tag " + tag + " is not supported; tags: " + FUNCTION);
        }
        return node.isPlain() ? YamlScalars.value(node.getValue()) : node.getValue();
    }

    /** Keys become texts, as Python prints them. What is merged in stands back behind the map's own keys. */
    private Map<String, Entry> map(MappingNode node) {
        Map<String, Entry> map = new LinkedHashMap<>();
        for (NodeTuple pair : node.getValue()) {
            if (isMerge(pair.getKeyNode())) {
                merged(entry(pair.getValueNode())).forEach(other -> other.forEach(map::putIfAbsent));
            }
        }
        for (NodeTuple pair : node.getValue()) {
            if (!isMerge(pair.getKeyNode())) {
                map.put(key(pair.getKeyNode()), entry(pair.getValueNode()));
            }
        }
        return map;
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().equals(MERGE);
    }

    private static List<Map<String, Entry>> merged(Entry value) {
        if (value.isMap()) {
            return List.of(value.map());
        }
        List<Map<String, Entry>> maps = new ArrayList<>();
        if (value.isList()) {
            value.list().stream().filter(Entry::isMap).forEach(entry -> maps.add(entry.map()));
        }
        return maps;
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            Object value = scalar(scalar, place(node));
            return value == None.NONE ? "None" : value instanceof Boolean ? scalar.getValue() : String.valueOf(value);
        }
        throw place(node).refuse("a key must be a word");
    }
}
