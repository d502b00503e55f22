package dev.touchstone.suites.mini.crass;

import dev.touchstone.suites.mini.crass.Rule.Impossible;
import dev.touchstone.suites.mini.crass.Rule.Side;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.type.TypeReference;

/**
 * The table of causes and effects.
 *
 * @param rules in the file's order
 * @param impossible what can't be done, by kind of thing
 */
record Rules(List<Rule> rules, Map<String, List<Impossible>> impossible) {

    private static final String PERSON = "person";
    private static final String THING = "thing";

    static Rules read() {
        return new Rules(
                Tables.read("crass/rules.yaml", new TypeReference<>() {}),
                Tables.read("crass/impossible.yaml", new TypeReference<>() {}));
    }

    Impossible impossible(Rule rule, Random random) {
        return Tables.pick(impossible.getOrDefault(rule.kind(), List.of()), random);
    }

    /** What can't be done, after "can not"; given after "had". */
    String cannot(Rule rule, String had) {
        return impossible.getOrDefault(rule.kind(), List.of()).stream()
                .filter(impossible -> impossible.had().equals(had))
                .map(Impossible::cannot)
                .findFirst()
                .orElseThrow();
    }

    /** An effect that can't be one of this rule's things: persons do not rust, and cups do not laugh. */
    Side unrelated(Rule rule, Random random) {
        String kind = rule.kind().equals(THING) ? PERSON : THING;
        List<Rule> odd = rules.stream()
                .filter(other -> other.odd() && other.kind().equals(kind))
                .toList();
        return Tables.pick(odd, random).one();
    }
}
