package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.mini.glue.TaskTable.Detail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A question and a sentence that answers it (label 0) or does not (label 1): it lacks the detail, or is about something else. */
final class DetailFrame implements Frame {

    private final Sentence sentence;
    private final int shown;
    private final Map<String, List<Sentence>> questions = new LinkedHashMap<>();
    private final Casting casting;
    private final Alteration alteration;
    private final Lexicon lexicon;

    DetailFrame(Detail table, Lexicon lexicon) {
        sentence = new Sentence(table.sentence(), lexicon);
        shown = table.shown();
        table.questions()
                .forEach((slot, patterns) -> questions.put(
                        slot,
                        patterns.stream()
                                .map(pattern -> new Sentence(pattern, lexicon))
                                .toList()));
        casting = new Casting(lexicon);
        alteration = new Alteration(lexicon);
        this.lexicon = lexicon;
    }

    @Override
    public List<String> make(int label, Random random) {
        List<String> details = new ArrayList<>(questions.keySet());
        Collections.shuffle(details, random);
        Map<String, Word> words = casting.cast(List.of(sentence), random);
        boolean lacking = label == 1 && random.nextInt(3) > 0;
        String asked = details.get(lacking ? shown : random.nextInt(shown));
        Sentence question = Lexicon.pick(questions.get(asked), random);
        Map<String, Word> others = new LinkedHashMap<>(words);
        if (label == 1 && !lacking) {
            change(question, others, random);
        } else if (random.nextInt(6) < (lacking ? 2 : 3)) {
            reword(question, others, random);
        }
        words.keySet().removeAll(details.subList(shown, details.size()));
        return List.of(question.text(others), sentence.text(words));
    }

    private void change(Sentence question, Map<String, Word> words, Random random) {
        String slot = Lexicon.pick(new ArrayList<>(keys(question)), random);
        words.computeIfPresent(slot, (key, word) -> alteration.different(word, random));
    }

    /** So that a different word need not mean a different thing; as often with either label, counting the changed ones. */
    private void reword(Sentence question, Map<String, Word> words, Random random) {
        List<String> slots = keys(question).stream()
                .filter(key -> !lexicon.synonyms(words.get(key)).isEmpty())
                .toList();
        if (!slots.isEmpty()) {
            words.computeIfPresent(
                    Lexicon.pick(slots, random), (key, word) -> Lexicon.pick(lexicon.synonyms(word), random));
        }
    }

    private static Set<String> keys(Sentence question) {
        Set<String> keys = new LinkedHashSet<>();
        question.slots().forEach(slot -> keys.add(slot.key()));
        return keys;
    }

    @Override
    public List<String> categories() {
        return sentence.slots().stream().map(Slot::category).distinct().toList();
    }
}
