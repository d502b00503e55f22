package dev.touchstone.plan;

import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Takes the part of a subject's items that is to be evaluated. */
final class SubsetSelector {

    private SubsetSelector() {}

    /**
     * @param items all items of one subject
     * @param seed seed of the draw; the subject's name is mixed in, so that subjects are drawn independently
     */
    static List<Item> select(List<Item> items, Subset subset, long seed, String subjectName) {
        if (subset instanceof Subset.First first) {
            return items.subList(0, Math.min(first.count(), items.size()));
        }
        if (subset instanceof Subset.Sample sample) {
            return draw(items, Math.min(sample.count(), items.size()), seed, subjectName);
        }
        if (subset instanceof Subset.Share share) {
            return draw(items, (int) Math.ceil(items.size() * share.percent() / 100), seed, subjectName);
        }
        return items;
    }

    /** A uniform draw without replacement, back in the file's order. java.util.Random's sequence is specified, so it never changes. */
    private static List<Item> draw(List<Item> items, int count, long seed, String subjectName) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed * 31 + subjectName.hashCode()));
        return shuffled.subList(0, count).stream()
                .sorted(Comparator.comparingInt(Item::index))
                .toList();
    }
}
