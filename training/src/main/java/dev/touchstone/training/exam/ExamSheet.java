package dev.touchstone.training.exam;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.catalog.MiniSubjects;
import dev.touchstone.training.corpus.Exercises;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Questions about facts, in the form in which mini items are asked, without shots.
 *
 * @param title what they are about
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ExamSheet(String title, List<Question> questions) {

    private static final List<String> SUITES = List.of("ceval", "mmlu");

    /** Copies the questions. */
    public ExamSheet {
        questions = List.copyOf(questions);
    }

    /** At most {@code count} mini items of C-Eval and MMLU, drawn evenly. */
    public static ExamSheet items(int count) {
        List<Question> all = questions(MiniSubject::items);
        Collections.shuffle(all, new Random(1));
        return new ExamSheet("mini items", all.subList(0, Math.min(count, all.size())));
    }

    /** All questions about facts that no lesson tells. */
    public static ExamSheet heldBack() {
        return new ExamSheet("held-back facts", questions(MiniSubject::heldBack));
    }

    private static List<Question> questions(Function<MiniSubject, List<Item>> items) {
        List<Question> questions = new ArrayList<>();
        for (String id : SUITES) {
            Suite suite = SuiteCatalog.load().find(id).orElseThrow();
            for (Subject subject : suite.subjects()) {
                Exercises exercises = new Exercises(suite, subject, suite.mini().form());
                MiniSubject mini = MiniSubjects.find(suite, subject).orElseThrow();
                items.apply(mini).forEach(item -> questions.add(question(exercises, item)));
            }
        }
        return questions;
    }

    private static Question question(Exercises exercises, Item item) {
        return new Question(exercises.description() + exercises.question(item), exercises.choices(item), item.gold());
    }
}
