package dev.touchstone.training.corpus;

import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Options of questions from all subjects of facts, and numbers. */
final class FactWords implements Words {

    /** The options of C-Eval and MMLU. */
    private static final List<String> FIELDS = List.of("A", "B", "C", "D");

    private final List<MiniSubject> subjects;

    FactWords(List<MiniSubject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    @Override
    public List<String> draw(int count, Random random) {
        boolean areNumbers = random.nextInt(4) == 0;
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            words.add(areNumbers ? number(random) : word(random));
        }
        return List.copyOf(words);
    }

    private static String number(Random random) {
        return Integer.toString(random.nextInt(random.nextBoolean() ? 100 : 1000));
    }

    private String word(Random random) {
        while (true) {
            MiniSubject subject = subjects.get(random.nextInt(subjects.size()));
            if (subject.lesson(random) instanceof Lesson.Exercise exercise) {
                return exercise.item().fields().get(FIELDS.get(random.nextInt(FIELDS.size())));
            }
        }
    }
}
