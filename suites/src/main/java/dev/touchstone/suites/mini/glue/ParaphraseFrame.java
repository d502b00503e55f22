package dev.touchstone.suites.mini.glue;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two sentences that mean the same (label 1) or not (label 0). */
final class ParaphraseFrame implements Frame {

    private final List<List<Sentence>> meanings;
    private final Casting casting;
    private final Alteration alteration;

    ParaphraseFrame(List<List<String>> table, Lexicon lexicon) {
        meanings = table.stream()
                .map(group -> group.stream()
                        .map(pattern -> new Sentence(pattern, lexicon))
                        .toList())
                .toList();
        casting = new Casting(lexicon);
        alteration = new Alteration(lexicon);
    }

    @Override
    public List<String> make(int label, Random random) {
        List<Sentence> meaning = Lexicon.pick(meanings, random);
        Sentence first = Lexicon.pick(meaning, random);
        Map<String, Word> words = casting.cast(List.of(first), random);
        while (alteration.replaceable(words).isEmpty()) {
            words = casting.cast(List.of(first), random);
        }
        boolean otherMeaning = label == 0 && meanings.size() > 1 && random.nextInt(3) == 0;
        Sentence second = otherMeaning ? other(meaning, random) : reworded(meaning, first, random);
        Map<String, Word> altered = alteration.alter(words, label == 1 || otherMeaning, random);
        return List.of(first.text(words), second.text(altered));
    }

    private Sentence other(List<Sentence> meaning, Random random) {
        List<List<Sentence>> others =
                meanings.stream().filter(group -> group != meaning).toList();
        return Lexicon.pick(Lexicon.pick(others, random), random);
    }

    /** Where a different meaning is a different wording too, the same meaning has to be worded differently as well. */
    private Sentence reworded(List<Sentence> meaning, Sentence first, Random random) {
        if (meanings.size() == 1 || meaning.size() == 1) {
            return random.nextInt(3) == 0 ? Lexicon.pick(meaning, random) : first;
        }
        return Lexicon.pick(meaning.stream().filter(wording -> wording != first).toList(), random);
    }

    @Override
    public List<String> categories() {
        return meanings.get(0).get(0).slots().stream()
                .map(Slot::category)
                .distinct()
                .toList();
    }
}
