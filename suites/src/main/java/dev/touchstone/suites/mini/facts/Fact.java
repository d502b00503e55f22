package dev.touchstone.suites.mini.facts;

import dev.touchstone.suites.mini.tables.Relation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One fact of a relation. */
record Fact(Relation relation, String thing, String answer) {

    /** All facts, in their order. */
    static List<Fact> of(List<Relation> relations) {
        List<Fact> facts = new ArrayList<>();
        for (Relation relation : relations) {
            relation.facts().forEach((thing, answer) -> facts.add(new Fact(relation, thing, answer)));
        }
        return facts;
    }

    /** The question in that wording of the relation. */
    String question(int wording) {
        return relation.question(thing, wording);
    }

    /** The fact in any wording. */
    String statement(Random random) {
        return relation.statement(thing, random.nextInt(relation.statements().size()));
    }

    /** Options with the right answer at {@code gold}; the others answer other questions of the same kind. */
    List<String> options(int count, int gold, Random random) {
        List<String> options = new ArrayList<>(relation.answers());
        options.remove(answer);
        Collections.shuffle(options, random);
        options.add(gold, answer);
        return List.copyOf(options.subList(0, count));
    }
}
