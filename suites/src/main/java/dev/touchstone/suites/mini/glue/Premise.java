package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Finds the words of a premise for a hypothesis: one word decides about the label. */
final class Premise {

    enum Relation {
        ENTAILS,
        NEUTRAL,
        CONTRADICTS
    }

    /** One neutral premise in six lacks the word rather than having another one; more would show in the number of common words. */
    private static final int DROPPED = 6;

    private final Lexicon lexicon;
    private final List<Set<String>> optional;

    Premise(Lexicon lexicon, List<Set<String>> optional) {
        this.lexicon = lexicon;
        this.optional = optional;
    }

    /** Whether there is a premise for each relation. */
    boolean possible(Map<String, Word> hypothesis) {
        return Arrays.stream(Relation.values())
                .noneMatch(relation -> slots(hypothesis, relation).isEmpty());
    }

    /** Words of a premise that stands in this relation to the hypothesis. */
    Map<String, Word> words(Map<String, Word> hypothesis, Relation relation, Random random) {
        Map<String, Word> words = new LinkedHashMap<>(hypothesis);
        words.replaceAll((slot, word) -> random.nextInt(5) == 0 ? entailing(word, random) : word);
        List<String> decisive = slots(hypothesis, relation);
        List<Set<String>> parts = relation == Relation.NEUTRAL ? parts(hypothesis) : List.of();
        if (!parts.isEmpty() && random.nextInt(DROPPED) == 0) {
            words.keySet().removeAll(Lexicon.pick(parts, random));
            reword(words, random);
        } else {
            String slot = Lexicon.pick(decisive, random);
            words.put(slot, Lexicon.pick(choices(relation).apply(hypothesis.get(slot)), random));
        }
        return words;
    }

    /** A dropped word must not be told by all the others being the same. */
    private void reword(Map<String, Word> words, Random random) {
        List<String> slots = slots(words, Relation.ENTAILS);
        if (!slots.isEmpty()) {
            words.computeIfPresent(Lexicon.pick(slots, random), (slot, word) -> entailing(word, random));
        }
    }

    private Word entailing(Word word, Random random) {
        List<Word> choices = lexicon.entailing(word);
        return choices.isEmpty() ? word : Lexicon.pick(choices, random);
    }

    /** Slots whose word can decide about this relation. */
    private List<String> slots(Map<String, Word> words, Relation relation) {
        List<String> slots = new ArrayList<>();
        words.forEach((slot, word) -> {
            if (!choices(relation).apply(word).isEmpty()) {
                slots.add(slot);
            }
        });
        return slots;
    }

    private Function<Word, List<Word>> choices(Relation relation) {
        return switch (relation) {
            case ENTAILS -> lexicon::entailing;
            case NEUTRAL -> lexicon::independent;
            case CONTRADICTS -> lexicon::contradicting;
        };
    }

    /** The optional parts that the hypothesis has. */
    private List<Set<String>> parts(Map<String, Word> hypothesis) {
        return optional.stream().filter(hypothesis.keySet()::containsAll).toList();
    }
}
