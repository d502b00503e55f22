package dev.touchstone.training.corpus;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The lessons of one subject: texts to read, and exercises in the form in which mini items are asked. */
final class SubjectCorpus implements Corpus {

    /** Share of exercises that stand alone; the others follow solved ones, as in a prompt with shots. */
    private static final double ALONE = 0.9;

    private static final int MOST_SHOTS = 4;

    /**
     * A label is one token that a whole text leads to; counted like any other it would drown among the tokens of the texts. Counted much more,
     * labels that can't be told yet would drown everything else in noise: at 30, sums were learned more slowly.
     */
    static final float LABEL_WEIGHT = 12;

    /** Given texts with labels are pairs of sentences that say similar things: predicting the second one teaches what is similar. */
    private static final float GIVEN_WEIGHT = 0.1f;

    private final String part;
    private final MiniSubject mini;
    private final Exercises exercises;

    SubjectCorpus(Suite suite, Subject subject, MiniSubject mini) {
        this.part = suite.id().equals(subject.id()) ? suite.id() : part(suite, subject);
        this.mini = mini;
        this.exercises = new Exercises(suite, subject, suite.mini().form());
    }

    /** The many subjects of facts are one part in reports. */
    private static String part(Suite suite, Subject subject) {
        return suite.groups().isEmpty() ? subject.id() : suite.id();
    }

    @Override
    public Document next(Random random) {
        Lesson lesson = mini.lesson(random);
        if (lesson instanceof Lesson.Exercise exercise) {
            return exercise(exercise.item(), random);
        }
        return Document.text(part, ((Lesson.Text) lesson).text());
    }

    private Document exercise(Item item, Random random) {
        List<Segment> segments = new ArrayList<>();
        String beginning = random.nextBoolean() ? exercises.description() : "";
        if (random.nextDouble() > ALONE) {
            for (int shots = 1 + random.nextInt(MOST_SHOTS); shots > 0; shots--) {
                beginning = addShot(beginning, segments, random);
            }
        }
        segments.add(new Segment(beginning + exercises.question(item), givenWeight()));
        segments.add(new Segment(exercises.answer(item), answerWeight()));
        return new Document(part, segments, false, exercises.isGenerated() ? 1 : 0);
    }

    private float givenWeight() {
        return exercises.hasLabels() ? GIVEN_WEIGHT : 0;
    }

    private float answerWeight() {
        return exercises.hasLabels() ? LABEL_WEIGHT : 1;
    }

    /** Adds a solved exercise, if one comes up; returns what stands before the next question. */
    private String addShot(String beginning, List<Segment> segments, Random random) {
        if (!(mini.lesson(random) instanceof Lesson.Exercise shot)) {
            return beginning;
        }
        segments.add(new Segment(beginning + exercises.question(shot.item()), givenWeight()));
        segments.add(new Segment(exercises.answer(shot.item()), answerWeight()));
        return exercises.shotDelimiter();
    }
}
