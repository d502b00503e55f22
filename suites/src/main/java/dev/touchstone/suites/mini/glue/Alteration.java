package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Replaces words of a sentence. As many words are replaced when the meaning is to stay as when it is to change, so that counting common words
 * does not help.
 */
final class Alteration {

    /** More would leave too little that is the same. */
    private static final int MOST = 3;

    private final Lexicon lexicon;

    Alteration(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Other words for one to three slots; all mean the same, or all but one. */
    Map<String, Word> alter(Map<String, Word> words, boolean sameMeaning, Random random) {
        List<String> slots = replaceable(words);
        Collections.shuffle(slots, random);
        int count = 1 + random.nextInt(Math.min(MOST, slots.size()));
        Map<String, Word> altered = new LinkedHashMap<>(words);
        for (String slot : slots.subList(0, count)) {
            altered.put(slot, Lexicon.pick(lexicon.synonyms(words.get(slot)), random));
        }
        if (!sameMeaning) {
            change(words, altered, slots.get(0), random);
        }
        return altered;
    }

    /** Slots whose word has a synonym. */
    List<String> replaceable(Map<String, Word> words) {
        List<String> slots = new ArrayList<>();
        words.forEach((slot, word) -> {
            if (!lexicon.synonyms(word).isEmpty()) {
                slots.add(slot);
            }
        });
        return slots;
    }

    /** Now and then it is a word without synonyms, such as a name, instead of the chosen one. */
    private void change(Map<String, Word> words, Map<String, Word> altered, String chosen, Random random) {
        List<String> rigid = words.keySet().stream()
                .filter(slot -> lexicon.synonyms(words.get(slot)).isEmpty())
                .toList();
        boolean other = !rigid.isEmpty() && random.nextInt(5) == 0;
        String slot = other ? Lexicon.pick(rigid, random) : chosen;
        altered.put(chosen, words.get(chosen));
        altered.put(slot, different(words.get(slot), random));
    }

    /** The opposite, or any other word. */
    Word different(Word word, Random random) {
        List<Word> near = lexicon.contradicting(word);
        return Lexicon.pick(near.isEmpty() || random.nextBoolean() ? lexicon.others(word) : near, random);
    }
}
