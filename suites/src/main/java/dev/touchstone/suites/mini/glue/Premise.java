package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
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

    private final Lexicon lexicon;
    private final List<Set<String>> optional;

    Premise(Lexicon lexicon, List<Set<String>> optional) {
        this.lexicon = lexicon;
        this.optional = optional;
    }

    /** Whether there is a premise for each relation. */
    boolean possible(Map<String, Word> hypothesis) {
        for (Relation relation : Relation.values()) {
            if (slots(hypothesis, relation).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Words of a premise that stands in this relation to the hypothesis. */
    Map<String, Word> words(Map<String, Word> hypothesis, Relation relation, Random random) {
        Map<String, Word> words = new LinkedHashMap<>(hypothesis);
        words.replaceAll((slot, word) -> random.nextInt(5) == 0 ? entailing(word, random) : word);
        String decisive = Lexicon.pick(slots(hypothesis, relation), random);
        Word word = hypothesis.get(decisive);
        List<Word> choices = choices(relation).apply(word);
        if (relation == Relation.NEUTRAL && (choices.isEmpty() || isOptional(decisive) && random.nextBoolean())) {
            words.keySet().removeAll(part(decisive));
        } else {
            words.put(decisive, Lexicon.pick(choices, random));
        }
        return words;
    }

    private Word entailing(Word word, Random random) {
        List<Word> choices = lexicon.entailing(word);
        return choices.isEmpty() ? word : Lexicon.pick(choices, random);
    }

    /** Slots whose word can decide about this relation. */
    private List<String> slots(Map<String, Word> hypothesis, Relation relation) {
        List<String> slots = new ArrayList<>();
        hypothesis.forEach((slot, word) -> {
            boolean dropped = relation == Relation.NEUTRAL && isOptional(slot);
            if (dropped || !choices(relation).apply(word).isEmpty()) {
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

    private boolean isOptional(String slot) {
        return !part(slot).isEmpty();
    }

    private Set<String> part(String slot) {
        return optional.stream().filter(part -> part.contains(slot)).findFirst().orElse(Set.of());
    }
}
