package dev.touchstone.suites.mini.facts;

import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * The facts of one subject, as {@code <suite>/facts/<subject>.yaml} lists them.
 *
 * @param relations in the file's order
 * @param heldBack relations with other facts, which are asked but never taught
 */
record FactTable(List<Relation> relations, List<Relation> heldBack) {

    /**
     * Further facts of a relation, which a model can't know: neither the things nor the answers are in any table.
     *
     * @param relation id of the relation whose wordings they take
     * @param facts the answer to each thing
     */
    private record HeldBack(String relation, Map<String, String> facts) {}

    /** Reads {@code <suite>/facts/<subject>.yaml} and, if it is there, {@code <suite>/heldback/<subject>.yaml}. */
    static FactTable read(String suite, String subject) {
        List<Relation> relations = Tables.facts(suite, subject);
        String heldBack = suite + "/heldback/" + subject + ".yaml";
        return new FactTable(relations, Tables.exists(heldBack) ? heldBack(heldBack, relations) : List.of());
    }

    private static List<Relation> heldBack(String name, List<Relation> relations) {
        return Tables.read(name, new TypeReference<List<HeldBack>>() {}).stream()
                .map(held -> relations.stream()
                        .filter(relation -> relation.relation().equals(held.relation()))
                        .findFirst()
                        .map(like -> new Relation(like.relation(), like.questions(), like.statements(), held.facts()))
                        .orElseThrow(() -> new IllegalStateException(name + " holds back facts of '" + held.relation()
                                + "', which the table of facts lacks")))
                .toList();
    }

    /** Number of facts that are taught. */
    int size() {
        return relations.stream().mapToInt(relation -> relation.facts().size()).sum();
    }
}
