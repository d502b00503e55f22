package dev.touchstone.suites.mini.tables;

import dev.touchstone.suites.Item;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Scores of rules that need no knowledge. */
public final class Baselines {

    private Baselines() {}

    /** What guessing scores, in 0 to 1. */
    public static double chance(List<Item> items, Function<Item, List<String>> options) {
        return items.stream()
                .mapToDouble(item -> 1.0 / options.apply(item).size())
                .average()
                .orElseThrow();
    }

    /** Share of items whose right option has the highest score; equal ones share the point, as if the rule drew lots. */
    public static double score(
            List<Item> items, Function<Item, List<String>> options, ToDoubleBiFunction<Item, String> rule) {
        return items.stream()
                .mapToDouble(item -> {
                    double[] scores = options.apply(item).stream()
                            .mapToDouble(option -> rule.applyAsDouble(item, option))
                            .toArray();
                    double best = Arrays.stream(scores).max().orElseThrow();
                    long equal = IntStream.range(0, scores.length)
                            .filter(i -> scores[i] == best)
                            .count();
                    return scores[item.gold()] == best ? 1.0 / equal : 0;
                })
                .average()
                .orElseThrow();
    }

    /** Share of an option's words that a text has too. */
    public static double overlap(String text, String option) {
        Set<String> there = new HashSet<>(words(text));
        List<String> words = words(option);
        return words.stream().filter(there::contains).count() / (double) words.size();
    }

    /** Chinese characters are words. */
    public static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace(".", "");
        return List.of(plain.replaceAll("(\\p{IsHan})", " $1 ").strip().split("[ ,?\\n]+"));
    }
}
