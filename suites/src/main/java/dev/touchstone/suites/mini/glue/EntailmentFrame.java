package dev.touchstone.suites.mini.glue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A premise and a hypothesis. The hypothesis is made first, whatever the label is, and only the premise depends on the label: the hypothesis
 * alone tells nothing. With three labels they are entailment, neutral, contradiction; with two, entailment and anything else.
 */
final class EntailmentFrame implements Frame {

    private final Sentence sentence;
    private final int labels;
    private final Lexicon lexicon;
    private final Casting casting;
    private final Premise premise;

    EntailmentFrame(String pattern, int labels, Lexicon lexicon) {
        sentence = new Sentence(pattern, lexicon);
        this.labels = labels;
        this.lexicon = lexicon;
        casting = new Casting(lexicon);
        premise = new Premise(lexicon, sentence.optional());
    }

    @Override
    public List<String> make(int label, Random random) {
        while (true) {
            Map<String, Word> all = casting.cast(List.of(sentence), random);
            Map<String, Word> hypothesis = hypothesis(all, random);
            if (premise.possible(hypothesis)) {
                Map<String, Word> words = premise.words(hypothesis, relation(label, random), random);
                addDetails(words, hypothesis, all, random);
                return List.of(sentence.text(words), sentence.text(hypothesis));
            }
        }
    }

    private Map<String, Word> hypothesis(Map<String, Word> all, Random random) {
        Map<String, Word> words = new LinkedHashMap<>(all);
        for (Set<String> part : sentence.optional()) {
            if (random.nextInt(3) == 0) {
                words.keySet().removeAll(part);
            }
        }
        words.replaceAll((slot, word) -> lexicon.isKind(word) && random.nextInt(3) == 0 ? lexicon.general(word) : word);
        return words;
    }

    private Premise.Relation relation(int label, Random random) {
        if (label == 0) {
            return Premise.Relation.ENTAILS;
        }
        boolean contradicts = labels == 3 ? label == 2 : random.nextBoolean();
        return contradicts ? Premise.Relation.CONTRADICTS : Premise.Relation.NEUTRAL;
    }

    /** The premise may say more than the hypothesis. */
    private void addDetails(
            Map<String, Word> premise, Map<String, Word> hypothesis, Map<String, Word> all, Random random) {
        for (Set<String> part : sentence.optional()) {
            if (!hypothesis.keySet().containsAll(part) && random.nextBoolean()) {
                part.forEach(slot -> premise.put(slot, all.get(slot)));
            }
        }
    }

    @Override
    public List<String> categories() {
        return new ArrayList<>(
                sentence.slots().stream().map(Slot::category).distinct().toList());
    }
}
