package dev.touchstone.suites.mini.sciq;

import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.Random;

/**
 * One fact, and the wording that only its item uses.
 *
 * @param heldBack index of the question's wording that no lesson about this fact has
 */
record Fact(Relation relation, String thing, int heldBack) {

    String answer() {
        return relation.facts().getOrDefault(thing, "");
    }

    String heldBackQuestion() {
        return relation.question(thing, heldBack);
    }

    /** The question in any other wording. */
    String question(Random random) {
        int other = random.nextInt(relation.questions().size() - 1);
        return relation.question(thing, other < heldBack ? other : other + 1);
    }

    String statement(Random random) {
        return relation.statement(thing, random.nextInt(relation.statements().size()));
    }

    /** A sentence about some other thing whose answer is that one. */
    String statementWith(String otherAnswer, Random random) {
        String other = Tables.pick(relation.thingsWith(otherAnswer), random);
        return relation.statement(other, random.nextInt(relation.statements().size()));
    }
}
