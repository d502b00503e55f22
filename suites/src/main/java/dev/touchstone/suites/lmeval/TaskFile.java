package dev.touchstone.suites.lmeval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task file with what it includes: {@code lm_eval/tasks/_yaml_loader.py}. Keys of the file itself come before those of included files, and
 * of these the later one before the earlier.
 *
 * @param file the file
 * @param keys all keys
 */
record TaskFile(Path file, Map<String, Entry> keys) {

    private static final String INCLUDE = "include";

    /**
     * Reads a file and what it includes.
     *
     * @throws TaskException if one of them is missing, is no YAML, or includes itself
     */
    static TaskFile read(Path file) {
        return new TaskFile(file, merged(file, new HashSet<>()));
    }

    private static Map<String, Entry> merged(Path file, Set<Path> open) {
        Path normal = file.toAbsolutePath().normalize();
        if (!open.add(normal)) {
            throw new Place(file, 1).refuse("the file includes itself");
        }
        Map<String, Entry> own = new LinkedHashMap<>(YamlFile.read(file));
        Map<String, Entry> all = new LinkedHashMap<>();
        Entry include = own.remove(INCLUDE);
        if (include != null) {
            for (Entry name : include.isList() ? include.list() : List.of(include)) {
                Map<String, Entry> included = merged(included(name, normal), open);
                included.remove("task_list");
                all.putAll(included);
            }
        }
        all.putAll(own);
        return all;
    }

    private static Path included(Entry name, Path by) {
        if (!name.isText()) {
            throw name.refuse("key 'include' must name a file");
        }
        Path path = by.resolveSibling(name.text());
        if (!Files.isRegularFile(path)) {
            throw name.refuse("the included file " + path + " does not exist");
        }
        return path;
    }

    /** The value of a key, unless there is none or it is null. */
    @Nullable
    Entry get(String key) {
        Entry entry = keys.get(key);
        return entry == null || entry.value() == dev.touchstone.suites.python.None.NONE ? null : entry;
    }

    /** The place of a key, or the file's first line. */
    Place place(String key) {
        Entry entry = keys.get(key);
        return entry == null ? new Place(file, 1) : entry.place();
    }

    /**
     * A text.
     *
     * @throws TaskException if it is something else
     */
    @Nullable
    String text(String key) {
        Entry entry = get(key);
        if (entry != null && !entry.isText()) {
            throw entry.refuse("key '" + key + "' must hold a text");
        }
        return entry == null ? null : entry.text();
    }
}
