package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.mini.glue.TaskTable.Contrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A first sentence, if the task has two, and for each label the sentences that may follow it. */
final class ContrastFrame implements Frame {

    private final Casting casting;
    private final List<Sentence> given;
    private final List<List<Sentence>> labels;
    private final List<Sentence> told;

    ContrastFrame(Contrast table, Lexicon lexicon) {
        casting = new Casting(lexicon);
        given = sentences(table.given() == null ? List.of() : table.given(), lexicon);
        labels = table.labels().stream().map(list -> sentences(list, lexicon)).toList();
        told = sentences(table.told() == null ? List.of() : table.told(), lexicon);
    }

    private static List<Sentence> sentences(List<String> patterns, Lexicon lexicon) {
        return patterns.stream().map(pattern -> new Sentence(pattern, lexicon)).toList();
    }

    @Override
    public List<String> make(int label, Random random) {
        List<Sentence> sentences = new ArrayList<>();
        if (!given.isEmpty()) {
            sentences.add(Lexicon.pick(given, random));
        }
        sentences.add(Lexicon.pick(labels.get(label), random));
        Map<String, Word> words = casting.cast(sentences, random);
        return sentences.stream().map(sentence -> sentence.text(words)).toList();
    }

    @Override
    public String tell(Random random) {
        if (told.isEmpty()) {
            return "";
        }
        Sentence sentence = Lexicon.pick(told, random);
        return sentence.text(casting.cast(List.of(sentence), random));
    }

    @Override
    public List<String> categories() {
        return given.stream()
                .flatMap(sentence -> sentence.slots().stream())
                .map(Slot::category)
                .distinct()
                .toList();
    }
}
