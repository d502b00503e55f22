package dev.touchstone.suites.mini;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite.DataLayout;
import dev.touchstone.suites.mini.FactTable.Relation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes multiple-choice items from facts: one item for each fact, with wrong options that answer other questions of the same kind. The seed
 * is fixed, so that the items are the same for everyone.
 */
final class MiniItems {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261101;

    /** As many as the published dev files of C-Eval and MMLU have. */
    private static final int SHOTS = 5;

    private final FactTable table;
    private final DataLayout layout;
    private final Path file;
    private final Random random;

    MiniItems(FactTable table, DataLayout layout, String name) {
        this.table = table;
        this.layout = layout;
        this.file = Path.of(name);
        this.random = new Random(SEED + name.hashCode());
    }

    /** Shots first, then the items to evaluate; no fact is in both. */
    List<List<Item>> shotsAndItems() {
        List<Fact> facts = facts();
        Collections.shuffle(facts, random);
        return List.of(items(facts.subList(0, SHOTS)), items(facts.subList(SHOTS, facts.size())));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Relation relation : table.relations()) {
            relation.facts().forEach((thing, answer) -> facts.add(new Fact(relation, thing, answer)));
        }
        return facts;
    }

    /** Right options take the places in turn, in a shuffled order: each place is right equally often. */
    private List<Item> items(List<Fact> facts) {
        int choices = layout.choices().size();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            places.add(i % choices);
        }
        Collections.shuffle(places, random);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            items.add(item(i, facts.get(i), places.get(i)));
        }
        return items;
    }

    private Item item(int index, Fact fact, int gold) {
        List<String> options = new ArrayList<>(fact.relation().answers());
        options.remove(fact.answer());
        Collections.shuffle(options, random);
        options.add(gold, fact.answer());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", String.valueOf(index));
        fields.put("question", question(fact));
        for (int i = 0; i < layout.choices().size(); i++) {
            fields.put(layout.choices().get(i), options.get(i));
        }
        fields.put(layout.gold(), layout.goldValues().get(gold));
        return new Item(index, fields, gold, file, 1);
    }

    private String question(Fact fact) {
        List<String> wordings = fact.relation().questions();
        return wordings.get(random.nextInt(wordings.size())).replace("{thing}", fact.thing());
    }

    private record Fact(Relation relation, String thing, String answer) {}
}
