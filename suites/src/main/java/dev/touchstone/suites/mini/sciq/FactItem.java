package dev.touchstone.suites.mini.sciq;

import dev.touchstone.suites.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes an item of a fact, with the fields of the published files. */
final class FactItem {

    private static final int DISTRACTORS = 3;

    /** The right answer is the last of the suite's choices, as in the published files. */
    private static final int GOLD = 3;

    private static final Path FILE = Path.of("sciq/facts");

    private final Random random;

    FactItem(Random random) {
        this.random = random;
    }

    Item of(Fact fact, int index, String question, boolean withSupport) {
        List<String> wrong = new ArrayList<>(fact.relation().answers());
        wrong.remove(fact.answer());
        Collections.shuffle(wrong, random);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("question", question);
        for (int i = 0; i < DISTRACTORS; i++) {
            fields.put("distractor" + (i + 1), wrong.get(i));
        }
        fields.put("correct_answer", fact.answer());
        fields.put("support", withSupport ? support(fact, wrong.subList(0, DISTRACTORS)) : "");
        return new Item(index, Collections.unmodifiableMap(fields), GOLD, FILE, 1);
    }

    /** One sentence for each option, in any order: that an option occurs in the text says nothing. */
    private String support(Fact fact, List<String> wrong) {
        List<String> sentences = new ArrayList<>();
        sentences.add(fact.statement(random));
        wrong.forEach(answer -> sentences.add(fact.statementWith(answer, random)));
        Collections.shuffle(sentences, random);
        return String.join(" ", sentences);
    }
}
