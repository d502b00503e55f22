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
 * @param heldBack facts that are asked but never taught, as {@code <suite>/heldback/<subject>.yaml} lists them
 */
record FactTable(List<Relation> relations, List<HeldBack> heldBack) {

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

        /** The same kind of facts, about other things. */
        Relation with(Map<String, String> otherFacts) {
            return new Relation(relation, questions, statements, otherFacts);
        }
    }

    /**
     * Further facts of a relation, which a model can't know: neither the things nor the answers are in any table.
     *
     * @param relation id of the relation whose wordings they take
     * @param facts the answer to each thing
     */
    record HeldBack(String relation, Map<String, String> facts) {}

    /** Where the table of a subject is, as messages name it. */
    static String name(String suite, String subject) {
        return suite + "/facts/" + subject + ".yaml";
    }

    /** The table of a subject, if there is one. */
    static Optional<FactTable> find(String suite, String subject) {
        return read(name(suite, subject), new TypeReference<List<Relation>>() {})
                .map(relations -> new FactTable(relations, findHeldBack(suite, subject)));
    }

    private static List<HeldBack> findHeldBack(String suite, String subject) {
        return read(suite + "/heldback/" + subject + ".yaml", new TypeReference<List<HeldBack>>() {})
                .orElse(List.of());
    }

    private static <T> Optional<T> read(String name, TypeReference<T> type) {
        try (InputStream in = FactTable.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The facts that are never taught, in the wording of their relations. */
    List<Relation> heldBackRelations() {
        return heldBack.stream()
                .flatMap(held -> relations.stream()
                        .filter(relation -> relation.relation().equals(held.relation()))
                        .map(relation -> relation.with(held.facts())))
                .toList();
    }

    /** Number of facts. */
    int size() {
        return relations.stream().mapToInt(relation -> relation.facts().size()).sum();
    }
}
