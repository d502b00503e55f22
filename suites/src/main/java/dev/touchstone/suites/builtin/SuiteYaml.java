package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.DataLayout;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.PromptTemplates;
import dev.touchstone.suites.SuiteException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code suite.yaml} and {@code subjects.csv} of one folder. */
final class SuiteYaml {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final SuiteFiles files;
    private final String folder;
    private final String name;

    SuiteYaml(SuiteFiles files, String folder) {
        this.files = files;
        this.folder = folder;
        this.name = folder + "/suite.yaml";
    }

    Suite read() {
        Content content = content();
        String table = folder + "/" + content.subjects();
        Suite suite = content.suite(SubjectTable.read(table, files.text(table)));
        List<String> problems = SuiteCheck.problems(suite);
        if (!problems.isEmpty()) {
            throw new SuiteException(name + ": " + String.join("; ", problems));
        }
        return suite;
    }

    private Content content() {
        try {
            JsonNode tree = YAML.readTree(files.text(name));
            List<String> problems = YamlKeys.problems(tree, Content.class);
            if (!problems.isEmpty()) {
                throw new SuiteException(name + ": " + String.join("; ", problems));
            }
            return YAML.treeToValue(tree, Content.class);
        } catch (JacksonException e) {
            throw new SuiteException(name + ": " + e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /** The file's keys: those of a suite, except that the subjects are in a table of their own. */
    record Content(
            String id,
            String title,
            String version,
            String language,
            String split,
            int defaultShots,
            int maximumShots,
            List<String> metrics,
            List<Group> groups,
            String subjects,
            PromptTemplates prompt,
            DataLayout data) {

        Suite suite(List<Suite.Subject> table) {
            return new Suite(
                    id,
                    title,
                    version,
                    language,
                    split,
                    defaultShots,
                    maximumShots,
                    metrics,
                    groups,
                    table,
                    prompt,
                    data);
        }
    }
}
