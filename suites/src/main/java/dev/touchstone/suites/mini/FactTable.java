package dev.touchstone.suites.mini;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The facts of one subject, as {@code <suite>/facts/<subject>.yaml} lists them.
 *
 * @param relations in the file's order
 */
record FactTable(List<Relation> relations) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/dev/touchstone/suites/builtin/";

    /**
     * Facts of one kind. In a question {@code {thing}} stands for the thing, in a statement {@code {answer}} for the answer too.
     *
     * @param relation its id, unique in the file
     * @param questions wordings of the question
     * @param statements wordings of the fact
     * @param facts the answer to each thing, in the file's order
     */
    record Relation(String relation, List<String> questions, List<String> statements, Map<String, String> facts) {

        /** All different answers, in the file's order: what wrong options are drawn from. */
        List<String> answers() {
            return facts.values().stream().distinct().toList();
        }
    }

    /** Where the table of a subject is, as messages name it. */
    static String name(String suite, String subject) {
        return suite + "/facts/" + subject + ".yaml";
    }

    /** The table of a subject, if there is one. */
    static Optional<FactTable> find(String suite, String subject) {
        try (InputStream in = FactTable.class.getResourceAsStream(FOLDER + name(suite, subject))) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new FactTable(YAML.readValue(in, new TypeReference<List<Relation>>() {})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of facts. */
    int size() {
        return relations.stream().mapToInt(relation -> relation.facts().size()).sum();
    }
}
