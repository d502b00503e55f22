package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.python.None;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a task file asks.
 *
 * @param name the task's name
 * @param version as the file says, or {@code Yaml}, as lm-evaluation-harness calls it then
 * @param type what a model is asked for
 * @param split the split that is evaluated
 * @param files where rows are
 * @param columns {@code process_docs}: further columns of each row; null when there are none
 * @param texts what a row is turned into
 * @param fewshot solved examples
 * @param description what stands at the beginning of each prompt; null when nothing does
 * @param prefix {@code gen_prefix}: what the answer begins with; null when nothing
 * @param targetDelimiter between question and answer
 * @param fewshotDelimiter after a solved example
 * @param metrics names of metrics
 * @param file the file
 */
record LmEvalTask(
        String name,
        String version,
        OutputType type,
        String split,
        DataFiles files,
        @Nullable Function<Doc, Map<String, Object>> columns,
        Texts texts,
        Fewshot fewshot,
        @Nullable DocValue description,
        @Nullable DocValue prefix,
        String targetDelimiter,
        String fewshotDelimiter,
        Metrics metrics,
        TaskFile file) {

    private static final List<OutputType> OUTPUT_TYPES = List.of(
            OutputType.MULTIPLE_CHOICE,
            OutputType.LOGLIKELIHOOD,
            OutputType.LOGLIKELIHOOD_ROLLING,
            OutputType.GENERATE_UNTIL);

    /**
     * Reads it.
     *
     * @throws TaskException for what is not supported, with file and line
     */
    static LmEvalTask of(TaskFile file) {
        Keys.check(file);
        @Nullable String name = file.text("task");
        if (name == null) {
            throw new Place(file.file(), 1).refuse("key 'task' is missing; it names the task");
        }
        checkName(name, file.place("task"));
        checkRepeats(file);
        OutputType type = type(file);
        Texts texts = Texts.of(file);
        return new LmEvalTask(
                name,
                version(file.get("metadata")),
                type,
                split(file),
                DataFiles.of(file),
                columns(file.get("process_docs")),
                texts,
                Fewshot.of(file, texts),
                docValue(file, "description"),
                docValue(file, "gen_prefix"),
                Objects.requireNonNullElse(file.text("target_delimiter"), " "),
                Objects.requireNonNullElse(file.text("fewshot_delimiter"), "\n\n"),
                Metrics.of(file, type),
                file);
    }

    /** The name is part of file names and of what the property {@code suite} takes. */
    private static void checkName(String name, Place place) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.+()-]*")) {
            throw place.refuse("the task's name is '" + name + "'; legal: letters, digits, _ . + - and parentheses");
        }
    }

    private static void checkRepeats(TaskFile file) {
        @Nullable Entry repeats = file.get("repeats");
        if (repeats != null && !repeats.value().equals(1L)) {
            throw repeats.refuse("key 'repeats' is " + repeats.value() + "; each row is asked once here");
        }
    }

    private static OutputType type(TaskFile file) {
        @Nullable String name = file.text("output_type");
        if (name == null) {
            return OutputType.GENERATE_UNTIL;
        }
        return OUTPUT_TYPES.stream()
                .filter(type -> lower(type).equals(name))
                .findFirst()
                .orElseThrow(() -> file.place("output_type")
                        .refuse("key 'output_type' is '" + name + "'; legal: "
                                + OUTPUT_TYPES.stream().map(LmEvalTask::lower).collect(Collectors.joining(", "))));
    }

    private static String lower(OutputType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String version(@Nullable Entry metadata) {
        @Nullable
        Entry version = metadata != null && metadata.isMap() ? metadata.map().get("version") : null;
        return version == null || version.value() == None.NONE ? "Yaml" : String.valueOf(version.value());
    }

    private static String split(TaskFile file) {
        for (String key : List.of("test_split", "validation_split")) {
            @Nullable String split = file.text(key);
            if (split != null) {
                return split;
            }
        }
        throw new Place(file.file(), 1)
                .refuse("keys 'test_split' and 'validation_split' are missing; one names the rows to evaluate");
    }

    private static @Nullable Function<Doc, Map<String, Object>> columns(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        if (!entry.isFunction()) {
            throw entry.refuse("key 'process_docs' must hold a function");
        }
        return KnownFunctions.ofDataSet(entry);
    }

    /** A column or a template that gives a text; null when there is none, or an empty one. */
    private static @Nullable DocValue docValue(TaskFile file, String key) {
        @Nullable Entry entry = file.get(key);
        if (entry != null && entry.isFunction()) {
            throw entry.refuse(
                    "key '" + key + "': the Python function " + entry.function().name() + " is not supported");
        }
        @Nullable String text = file.text(key);
        return entry == null || text == null || text.isEmpty()
                ? null
                : DocValue.columnOrTemplate(key, entry, rendered -> rendered);
    }

    /** The row with the columns that {@code process_docs} adds. */
    Doc processed(Doc row) {
        return columns == null ? row : row.with(columns);
    }
}
