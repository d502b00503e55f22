package dev.touchstone.suites.mini.glue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Gives each slot its word. */
final class Casting {

    private final Lexicon lexicon;

    Casting(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A word for each slot of these sentences, by key; slots of one category get different senses. */
    Map<String, Word> cast(List<Sentence> sentences, Random random) {
        List<Slot> slots = sentences.stream().flatMap(s -> s.slots().stream()).toList();
        Map<String, Word> words = new LinkedHashMap<>();
        slots.forEach(slot -> words.computeIfAbsent(slot.name(), name -> fresh(slot, words, random)));
        slots.forEach(slot -> words.computeIfAbsent(slot.key(), key -> varied(slot, words, random)));
        return words;
    }

    private Word fresh(Slot slot, Map<String, Word> words, Random random) {
        Word word = lexicon.draw(slot.category(), random);
        while (taken(word, words)) {
            word = lexicon.draw(slot.category(), random);
        }
        return word;
    }

    private static boolean taken(Word word, Map<String, Word> words) {
        return words.values().stream().anyMatch(other -> other.sense().equals(word.sense()));
    }

    private Word varied(Slot slot, Map<String, Word> words, Random random) {
        Word word = words.get(slot.name());
        List<Word> choices = slot.variation().equals("~") ? lexicon.synonyms(word) : lexicon.alternatives(word);
        return choices.isEmpty() ? word : Lexicon.pick(choices, random);
    }
}
