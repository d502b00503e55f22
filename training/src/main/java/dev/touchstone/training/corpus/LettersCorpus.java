package dev.touchstone.training.corpus;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.List;
import java.util.Random;

/** Questions of one subject that are answered with the letter of an option. */
final class LettersCorpus implements Corpus {

    private static final String PART = "letters";

    /** As much as other labels. */
    private static final float LETTER_WEIGHT = SubjectCorpus.LABEL_WEIGHT;

    private final MiniSubject mini;
    private final Exercises exercises;

    LettersCorpus(Suite suite, Subject subject, MiniSubject mini) {
        this.mini = mini;
        this.exercises = new Exercises(suite, subject, Form.LETTERS);
    }

    @Override
    public Document next(Random random) {
        while (true) {
            if (mini.lesson(random) instanceof Lesson.Exercise exercise) {
                return question(exercise.item(), random);
            }
        }
    }

    private Document question(Item item, Random random) {
        String beginning = random.nextBoolean() ? exercises.description() : "";
        Segment question = new Segment(beginning + exercises.question(item), 0);
        Segment letter = new Segment(exercises.answer(item), LETTER_WEIGHT);
        return new Document(PART, List.of(question, letter), false, 0);
    }
}
