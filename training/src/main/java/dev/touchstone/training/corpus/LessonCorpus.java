package dev.touchstone.training.corpus;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.catalog.MiniSubjects;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.util.Map;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Everything that the built-in model reads: the lessons of all suites that have mini items. */
@API(status = Status.INTERNAL, since = "0.1")
public final class LessonCorpus implements Corpus {

    /** Shares of the text by suite, divided evenly among its subjects. */
    private static final Map<String, Double> SHARES = Map.of(
            "ceval", 0.15,
            "mmlu", 0.15,
            "sciq", 0.04,
            "crass", 0.04,
            "glue", 0.26,
            "gsm8k", 0.12,
            "math", 0.10,
            "wikitext", 0.03);

    private static final double LETTERS = 0.11;

    private final Shares shares = new Shares();

    /** Reads all tables. */
    public LessonCorpus() {
        for (Suite suite : SuiteCatalog.load().all()) {
            if (!SHARES.containsKey(suite.id())) {
                continue; // it asks the items of another suite in other words
            }
            for (Subject subject : suite.subjects()) {
                MiniSubjects.find(suite, subject).ifPresent(mini -> add(suite, subject, mini));
            }
        }
    }

    private void add(Suite suite, Subject subject, MiniSubject mini) {
        double share = SHARES.get(suite.id()) / suite.subjects().size();
        shares.add(new SubjectCorpus(suite, subject, mini), share);
        if (suite.task(subject).forms().containsKey(Form.LETTERS)) {
            shares.add(
                    new LettersCorpus(suite, subject, mini),
                    LETTERS / 2 / suite.subjects().size());
        }
    }

    @Override
    public Document next(Random random) {
        return shares.next(random);
    }
}
