package dev.touchstone.suites.mini.facts;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Multiple-choice items made from facts: one item for each fact, with wrong options that answer other questions of the same kind. The seed
 * is fixed, so that the items are the same for everyone. Lessons tell every fact, but ask none in the wording of its item.
 */
final class FactSubject implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261101;

    /** As many as the published dev files of C-Eval and MMLU have. */
    private static final int SHOTS = 5;

    private final ItemMaker maker;
    private final List<Fact> facts;

    /** [facts] the wording in which each is evaluated */
    private final Map<Fact, Integer> wordings = new HashMap<>();

    private final List<Item> shots;
    private final List<Item> items;
    private final List<Item> heldBack;

    FactSubject(FactTable table, ItemMaker maker, Random random) {
        this.maker = maker;
        this.facts = Fact.of(table.relations());
        Collections.shuffle(facts, random);
        this.shots = items(facts.subList(0, SHOTS), random);
        this.items = items(facts.subList(SHOTS, facts.size()), random);
        this.heldBack = items(Fact.of(table.heldBack()), random);
    }

    /** The random numbers that a table's items are made with. */
    static Random random(String table) {
        return new Random(SEED + table.hashCode());
    }

    @Override
    public List<Item> shots() {
        return shots;
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public List<Item> heldBack() {
        return heldBack;
    }

    @Override
    public Lesson lesson(Random random) {
        Fact fact = facts.get(random.nextInt(facts.size()));
        if (random.nextBoolean()) {
            return new Lesson.Text(fact.statement(random));
        }
        int gold = random.nextInt(maker.choices());
        return new Lesson.Exercise(maker.item(0, fact, otherWording(fact, random), gold, random));
    }

    private int otherWording(Fact fact, Random random) {
        int count = fact.relation().questions().size();
        return (wordings.get(fact) + 1 + random.nextInt(count - 1)) % count;
    }

    /** Right options take the places in turn, in a shuffled order: each place is right equally often. */
    private List<Item> items(List<Fact> asked, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            places.add(i % maker.choices());
        }
        Collections.shuffle(places, random);
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Fact fact = asked.get(i);
            int wording = random.nextInt(fact.relation().questions().size());
            wordings.put(fact, wording);
            made.add(maker.item(i, fact, wording, places.get(i), random));
        }
        return List.copyOf(made);
    }
}
