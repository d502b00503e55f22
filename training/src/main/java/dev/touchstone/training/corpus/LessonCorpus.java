package dev.touchstone.training.corpus;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.catalog.MiniSubjects;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Everything that the built-in model reads: lists in which something is to be looked up, then the lessons of all suites that have mini items. */
@API(status = Status.INTERNAL, since = "0.1")
public final class LessonCorpus implements Corpus {

    /** Shares of the text by suite, divided evenly among its subjects. */
    private static final Map<String, Double> SHARES = Map.of(
            "ceval", 0.27,
            "mmlu", 0.24,
            "sciq", 0.06,
            "crass", 0.03,
            "glue", 0.16,
            "gsm8k", 0.07,
            "math", 0.07,
            "wikitext", 0.01);

    private static final double LETTERS = 0.06;
    private static final double LISTS = 0.05;

    private final Shares everything = new Shares();
    private final List<MiniSubject> facts = new ArrayList<>();
    private final Curriculum curriculum = new Curriculum();

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
        ListCorpora lists = new ListCorpora(facts);
        everything.add(lists.third(), LISTS);
        // In documents; 10,000 of these are about 0.6 million tokens.
        curriculum
                .then(0, 0, lists.first())
                .then(10_000, 12_000, lists.second())
                .then(40_000, 50_000, lists.third())
                .then(65_000, 85_000, everything);
    }

    private void add(Suite suite, Subject subject, MiniSubject mini) {
        double share = SHARES.get(suite.id()) / suite.subjects().size();
        everything.add(new SubjectCorpus(suite, subject, mini), share);
        if (suite.task(subject).forms().containsKey(Form.LETTERS)) {
            everything.add(
                    new LettersCorpus(suite, subject, mini),
                    LETTERS / 2 / suite.subjects().size());
            facts.add(mini);
        }
    }

    @Override
    public Document next(long number, Random random) {
        return curriculum.next(number, random);
    }

    @Override
    public Document next(Random random) {
        return everything.next(random);
    }
}
