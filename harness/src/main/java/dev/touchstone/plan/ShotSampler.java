package dev.touchstone.plan;

import dev.touchstone.metrics.random.CpythonRandom;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.Apart;
import dev.touchstone.suites.Task.Draw;
import dev.touchstone.suites.Task.Shots;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses examples as lm-evaluation-harness 0.4.13 does ({@code api/samplers.py}): a random draw comes from one stream for all items of a
 * subject, seeded once, so that an item's examples depend on how many items are before it in its file, and on nothing else.
 */
final class ShotSampler {

    private final Shots rule;
    private final List<Item> candidates;
    private final int count;

    /**
     * @param candidates all examples, in their file's order
     * @param count how many before each question, at least 1
     */
    ShotSampler(Shots rule, List<Item> candidates, int count) {
        this.rule = rule;
        this.candidates = candidates;
        this.count = count;
    }

    /** How many examples there must be. */
    int needed() {
        return rule.apart() == Apart.NOTHING ? count : count + 1;
    }

    /**
     * The examples of all items.
     *
     * @param items all items of the subject's file, in its order
     */
    PlannedShots choose(List<Item> items, long seed) {
        if (rule.draw() == Draw.FIRST && rule.apart() == Apart.NOTHING) {
            return PlannedShots.shared(candidates.subList(0, count));
        }
        CpythonRandom random = new CpythonRandom(seed);
        Map<Integer, List<Item>> byItem = new HashMap<>();
        for (Item item : items) {
            byItem.put(item.index(), rule.draw() == Draw.FIRST ? first(item) : drawn(item, random));
        }
        return new PlannedShots(count, List.of(), byItem);
    }

    private List<Item> first(Item item) {
        return without(item, candidates).stream().limit(count).toList();
    }

    private List<Item> drawn(Item item, CpythonRandom random) {
        List<Item> kept = without(item, draw(candidates, needed(), random));
        // Where the item is there several times, more than the spare one may have been left out
        return kept.size() < count
                ? draw(without(item, candidates), count, random)
                : kept.stream().limit(count).toList();
    }

    private static List<Item> draw(List<Item> from, int count, CpythonRandom random) {
        return IntStream.of(random.sample(from.size(), count))
                .mapToObj(from::get)
                .toList();
    }

    private List<Item> without(Item item, List<Item> examples) {
        return examples.stream().filter(example -> !isSame(item, example)).toList();
    }

    private boolean isSame(Item item, Item example) {
        return switch (rule.apart()) {
            case NOTHING -> false;
            case EQUAL -> agree(item, example);
            case SAME_ROW -> item.index() == example.index() && agree(item, example);
        };
    }

    /** Whether the fields that both have are equal. */
    private static boolean agree(Item item, Item example) {
        Set<String> common = new HashSet<>(item.fields().keySet());
        common.retainAll(example.fields().keySet());
        return !common.isEmpty()
                && common.stream()
                        .allMatch(field ->
                                item.fields().get(field).equals(example.fields().get(field)));
    }
}
