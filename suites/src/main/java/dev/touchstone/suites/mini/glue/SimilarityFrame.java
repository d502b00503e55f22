package dev.touchstone.suites.mini.glue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Two sentences and how similar they are, from 0 to 5: five times the share of their slots that mean the same. */
final class SimilarityFrame implements Frame {

    private static final double SYNONYM = 0.96;
    private static final double SAME_GROUP = 0.4;

    private final List<Sentence> wordings;
    private final Casting casting;
    private final Lexicon lexicon;

    SimilarityFrame(List<String> table, Lexicon lexicon) {
        wordings = table.stream().map(pattern -> new Sentence(pattern, lexicon)).toList();
        casting = new Casting(lexicon);
        this.lexicon = lexicon;
    }

    /** The label is the score, rounded. */
    @Override
    public List<String> make(int label, Random random) {
        while (true) {
            Sentence first = Lexicon.pick(wordings, random);
            Map<String, Word> words = casting.cast(List.of(first), random);
            Map<String, Word> others = new LinkedHashMap<>();
            words.forEach((slot, word) -> others.put(slot, replaced(word, label / 5.0, random)));
            double score = score(words, others);
            if (Math.round(score) == label) {
                String second = Lexicon.pick(wordings, random).text(others);
                return List.of(first.text(words), second, String.format(Locale.ROOT, "%.3f", score));
            }
        }
    }

    /** What keeps its meaning seldom keeps its word: common words say little about the score. */
    private Word replaced(Word word, double kept, Random random) {
        if (random.nextDouble() >= kept) {
            List<Word> near = lexicon.alternatives(word);
            return Lexicon.pick(near.isEmpty() || random.nextInt(3) > 0 ? lexicon.others(word) : near, random);
        }
        List<Word> synonyms = lexicon.synonyms(word);
        return synonyms.isEmpty() || random.nextInt(6) == 0 ? word : Lexicon.pick(synonyms, random);
    }

    /** In steps of 0.2. */
    private static double score(Map<String, Word> words, Map<String, Word> others) {
        double sum = words.entrySet().stream()
                .mapToDouble(slot -> similarity(slot.getValue(), others.get(slot.getKey())))
                .sum();
        return Math.round(25 * sum / words.size()) / 5.0;
    }

    private static double similarity(Word word, Word other) {
        if (word.equals(other)) {
            return 1;
        }
        if (word.sense().equals(other.sense())) {
            return SYNONYM;
        }
        return word.sense().group().equals(other.sense().group()) ? SAME_GROUP : 0;
    }

    @Override
    public List<String> categories() {
        return wordings.get(0).slots().stream().map(Slot::category).distinct().toList();
    }
}
