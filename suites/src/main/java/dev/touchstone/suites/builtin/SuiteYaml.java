package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Capability;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.MiniDefaults;
import dev.touchstone.suites.Suite.OtherSplit;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code suite.yaml} and {@code subjects.csv} of one folder. */
final class SuiteYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final UnaryOperator<String> files;
    private final String folder;
    private final String name;

    SuiteYaml(SuiteFiles files, String folder) {
        this(files::text, folder);
    }

    /**
     * @param files the text of a file by its name
     * @param folder where the suite's files are, as names and messages begin
     */
    SuiteYaml(UnaryOperator<String> files, String folder) {
        this.files = files;
        this.folder = folder;
        this.name = folder + "/suite.yaml";
    }

    Suite read() {
        return suite(content(UnaryOperator.identity()));
    }

    /** Reads a description that may leave out what is usual. */
    Suite readShort() {
        return suite(content(SuiteDefaults::complete));
    }

    private Suite suite(Content content) {
        List<Subject> subjects = subjects(content);
        refuse(SuiteCheck.problems(content, subjects));
        return content.suite(subjects);
    }

    private List<Subject> subjects(Content content) {
        if (content.subjects().isEmpty()) {
            return List.of(new Subject(content.id(), content.title(), content.title(), ""));
        }
        String table = folder + "/" + content.subjects();
        return SubjectTable.read(table, files.apply(table));
    }

    private Content content(UnaryOperator<JsonNode> completion) {
        try {
            JsonNode tree = completion.apply(YAML.readTree(files.apply(name)));
            refuse(YamlKeys.problems(tree, Content.class));
            return YAML.treeToValue(tree, Content.class);
        } catch (JacksonException e) {
            throw new SuiteException(name + ": " + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    private void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new SuiteException(name + ": " + String.join("; ", problems));
        }
    }

    /**
     * The file's keys: those of a suite, except that the subjects are in a table of their own.
     *
     * @param subjects the name of the table; empty for one subject with the suite's id and title
     * @param task what is asked in every subject that {@code tasks} does not name
     */
    record Content(
            String id,
            String title,
            String version,
            String language,
            @Nullable Capability capability,
            String split,
            int defaultShots,
            int maximumShots,
            List<Group> groups,
            String subjects,
            MiniDefaults mini,
            @Nullable Task task,
            @Nullable Map<String, Task> tasks,
            @Nullable Map<String, OtherSplit> otherSplits) {

        /** The task of each subject in the table; null for one that has none. */
        Map<String, @Nullable Task> tasks(List<Subject> table) {
            Map<String, @Nullable Task> bySubject = new LinkedHashMap<>();
            for (Subject subject : table) {
                bySubject.put(subject.id(), tasks == null ? task : tasks.getOrDefault(subject.id(), task));
            }
            return bySubject;
        }

        Suite suite(List<Subject> table) {
            return new Suite(
                    id,
                    title,
                    version,
                    language,
                    capability,
                    split,
                    defaultShots,
                    maximumShots,
                    groups,
                    table,
                    tasks(table),
                    mini,
                    otherSplits == null ? Map.of() : Map.copyOf(otherSplits));
        }
    }
}
