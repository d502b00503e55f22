package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What the tests read from items and lessons. */
final class Texts {

    private Texts() {}

    /** The sentences of an item, without its label or score. */
    static List<String> sentences(Item item) {
        return item.fields().entrySet().stream()
                .filter(field -> !Set.of("label", "score").contains(field.getKey()))
                .map(field -> field.getValue())
                .toList();
    }

    static List<String> words(String sentence) {
        return List.of(sentence.toLowerCase(Locale.ROOT).replaceAll("[.,?]", "").split(" "));
    }

    static List<String> lastWords(Item item) {
        List<String> sentences = sentences(item);
        return words(sentences.get(sentences.size() - 1));
    }

    /** Common words, words that only one of the sentences has, and lengths. */
    static List<String> overlap(Item item) {
        Set<String> second = new HashSet<>(lastWords(item));
        Set<String> first = new HashSet<>(words(sentences(item).get(0)));
        int before = first.size();
        first.removeAll(second);
        return List.of(
                "share" + (int) (20 * jaccard(item)),
                "only first " + first.size(),
                "new " + (second.size() - before + first.size()));
    }

    static List<String> lengths(Item item) {
        return List.of(
                "first " + words(sentences(item).get(0)).size(),
                "last " + lastWords(item).size());
    }

    static double jaccard(Item item) {
        Set<String> union = new HashSet<>(words(sentences(item).get(0)));
        Set<String> common = new HashSet<>(union);
        common.retainAll(lastWords(item));
        union.addAll(lastWords(item));
        return common.size() / (double) union.size();
    }

    /** Exercises, without the texts to read. */
    static List<Item> exercises(MiniSubject subject, int lessons, long seed) {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        while (items.size() < lessons) {
            if (subject.lesson(random) instanceof Lesson.Exercise exercise) {
                items.add(exercise.item());
            }
        }
        return items;
    }
}
