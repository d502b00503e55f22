package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Task.Apart;
import dev.touchstone.suites.Task.Draw;
import dev.touchstone.suites.python.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where solved examples come from, and how they are put: {@code fewshot_config} and what it takes over from the task.
 *
 * @param draw which ones are taken
 * @param apart whether the row that is asked is kept out
 * @param split the split that has them; null when {@code samples} has
 * @param samples the examples themselves; null when a split has them
 * @param texts what a row is turned into
 * @param maximum how many there may be; 0 when the task says {@code num_fewshot: 0}, which nothing overrides
 * @param usual how many there are when nothing is asked for
 */
record Fewshot(
        Draw draw,
        Apart apart,
        @Nullable String split,
        @Nullable List<Doc> samples,
        Texts texts,
        int maximum,
        int usual) {

    private static final String KEY = "fewshot_config";

    private static final Set<String> KEYS = Set.of(
            "sampler",
            "split",
            "samples",
            "fewshot_indices", // has no effect in lm-evaluation-harness 0.4.13 either
            "doc_to_text",
            "doc_to_target",
            "doc_to_choice");

    static Fewshot of(TaskFile file, Texts texts) {
        Map<String, Entry> keys = keys(file);
        @Nullable String explicit = keys.containsKey("split") ? text(keys, "split") : file.text("fewshot_split");
        @Nullable List<Doc> samples = explicit == null ? samples(keys.get("samples")) : null;
        @Nullable String split = explicit != null || samples != null ? explicit : fallback(file);
        boolean sameSplit = java.util.Objects.equals(explicit, file.text("test_split"));
        int usual = count(file);
        boolean none = split == null && samples == null || usual == 0 && file.get("num_fewshot") != null;
        return new Fewshot(
                draw(keys),
                sameSplit ? Apart.EQUAL : Apart.NOTHING,
                split,
                samples,
                texts(keys, texts),
                none ? 0 : Integer.MAX_VALUE,
                usual);
    }

    private static Map<String, Entry> keys(TaskFile file) {
        @Nullable Entry config = file.get(KEY);
        if (config == null) {
            return Map.of();
        }
        if (!config.isMap()) {
            throw config.refuse("key '" + KEY + "' must hold keys of its own");
        }
        Map<String, Entry> keys = new LinkedHashMap<>();
        config.map().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                throw entry.refuse("key '" + KEY + "." + key + "' is not supported; supported: "
                        + String.join(", ", KEYS.stream().sorted().toList()));
            }
            if (entry.value() != None.NONE) {
                keys.put(key, entry);
            }
        });
        return keys;
    }

    /** What {@code Task.fewshot_docs} takes when nothing is said: the first of the splits that there is. */
    private static @Nullable String fallback(TaskFile file) {
        for (String key : List.of("training_split", "validation_split", "test_split")) {
            if (file.text(key) != null) {
                return file.text(key);
            }
        }
        return null;
    }

    private static @Nullable List<Doc> samples(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        if (!entry.isList()) {
            throw entry.refuse(
                    "key '" + KEY
                            + ".samples' must hold a list of examples; examples that a Python function makes are not supported");
        }
        List<Doc> docs = new ArrayList<>();
        for (Entry sample : entry.list()) {
            if (!sample.isMap()) {
                throw sample.refuse("an example must hold columns");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            sample.map().forEach((column, value) -> values.put(column, Values.plain(value)));
            docs.add(new Doc(values, sample.place()));
        }
        return docs;
    }

    private static Draw draw(Map<String, Entry> keys) {
        @Nullable String sampler = text(keys, "sampler");
        return switch (sampler == null ? "default" : sampler) {
            case "default" -> Draw.RANDOM;
            case "first_n" -> Draw.FIRST;
            default ->
                throw keys.get("sampler")
                        .refuse("key '" + KEY + ".sampler' is '" + sampler + "'; legal: default, first_n");
        };
    }

    private static @Nullable String text(Map<String, Entry> keys, String key) {
        @Nullable Entry entry = keys.get(key);
        if (entry != null && !entry.isText()) {
            throw entry.refuse("key '" + KEY + "." + key + "' must hold a text");
        }
        return entry == null ? null : entry.text();
    }

    private static Texts texts(Map<String, Entry> keys, Texts task) {
        boolean choices = task.choices() != null;
        @Nullable Entry text = keys.get("doc_to_text");
        @Nullable Entry target = keys.get("doc_to_target");
        @Nullable Entry choice = keys.get("doc_to_choice");
        return new Texts(
                text == null ? task.text() : Texts.textOf(KEY + ".doc_to_text", text, choices),
                target == null ? task.target() : Texts.targetOf(KEY + ".doc_to_target", target, choices),
                choice == null ? task.choices() : Texts.choicesOf(KEY + ".doc_to_choice", choice));
    }

    private static int count(TaskFile file) {
        @Nullable Entry entry = file.get("num_fewshot");
        if (entry == null) {
            return 0;
        }
        if (entry.value() instanceof Long count && count >= 0 && count < 10_000) {
            return count.intValue();
        }
        throw entry.refuse("key 'num_fewshot' must hold a number from 0");
    }
}
