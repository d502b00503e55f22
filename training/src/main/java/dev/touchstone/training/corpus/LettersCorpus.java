package dev.touchstone.training.corpus;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Teaches that the letter before an option stands for it. A small model learns the binding of letters to options only when it is asked for
 * alone and many times, so most documents list options and then ask for the letters of several; the others are questions as prompts with
 * letters have them.
 */
final class LettersCorpus implements Corpus {

    private static final String PART = "letters";

    /** Share of documents that ask for letters only. */
    private static final double BINDING = 0.6;

    private static final int QUERIES = 8;

    private static final float LETTER_WEIGHT = 3;

    private final MiniSubject mini;
    private final Exercises exercises;
    private final DataLayout layout;
    private final String answerCue;

    LettersCorpus(Suite suite, Subject subject, MiniSubject mini) {
        this.mini = mini;
        this.exercises = new Exercises(suite, subject, Form.LETTERS);
        this.layout = suite.task(subject).data();
        this.answerCue = suite.language().equals("zh") ? "答案：" : "Answer:";
    }

    @Override
    public Document next(Random random) {
        Item item = exercise(random);
        return random.nextDouble() < BINDING ? binding(item, random) : question(item, random);
    }

    private Item exercise(Random random) {
        while (true) {
            if (mini.lesson(random) instanceof Lesson.Exercise exercise) {
                return exercise.item();
            }
        }
    }

    private Document binding(Item item, Random random) {
        StringBuilder context = new StringBuilder();
        for (String letter : layout.choices()) {
            context.append(letter)
                    .append(". ")
                    .append(item.fields().get(letter))
                    .append('\n');
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String letter = layout.choices().get(random.nextInt(layout.choices().size()));
            context.append(item.fields().get(letter)).append('\n').append(answerCue);
            segments.add(new Segment(context.toString(), 0));
            segments.add(new Segment(" " + letter, LETTER_WEIGHT));
            context.setLength(0);
            context.append('\n');
        }
        return new Document(PART, segments, false, 0);
    }

    private Document question(Item item, Random random) {
        String beginning = random.nextBoolean() ? exercises.description() : "";
        Segment question = new Segment(beginning + exercises.question(item), 0);
        Segment letter = new Segment(exercises.answer(item), LETTER_WEIGHT);
        return new Document(PART, List.of(question, letter), false, 0);
    }
}
