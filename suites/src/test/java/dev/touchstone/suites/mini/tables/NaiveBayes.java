package dev.touchstone.suites.mini.tables;

import dev.touchstone.suites.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Bernoulli naive Bayes over the features that are present, with add-one smoothing: what a model without any understanding could learn. */
public final class NaiveBayes {

    private final Function<Item, List<String>> features;
    private final int labels;
    private final int[] items;
    private final Map<String, int[]> counts = new HashMap<>();

    public NaiveBayes(List<Item> training, int labels, Function<Item, List<String>> features) {
        this.features = features;
        this.labels = labels;
        items = new int[labels];
        for (Item item : training) {
            items[item.gold()]++;
            present(item).forEach(feature -> counts.computeIfAbsent(feature, key -> new int[labels])[item.gold()]++);
        }
    }

    public double accuracy(List<Item> test) {
        return test.stream().filter(item -> answer(item) == item.gold()).count() / (double) test.size();
    }

    private int answer(Item item) {
        Set<String> present = present(item);
        int best = 0;
        for (int label = 1; label < labels; label++) {
            if (score(label, present) > score(best, present)) {
                best = label;
            }
        }
        return best;
    }

    private double score(int label, Set<String> present) {
        double score = Math.log(items[label]);
        for (String feature : present) {
            int[] count = counts.get(feature);
            if (count != null) {
                score += Math.log((count[label] + 1.0) / (items[label] + 2.0));
            }
        }
        return score;
    }

    private Set<String> present(Item item) {
        return new HashSet<>(features.apply(item));
    }
}
