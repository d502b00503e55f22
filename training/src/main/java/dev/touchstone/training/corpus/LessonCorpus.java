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

/**
 * Everything that the built-in model reads: the lessons of all suites that have mini items. It begins with lists that come twice and letters
 * of options only: a model that can look up what it has read learns everything else sooner.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LessonCorpus implements Corpus {

    /** Shares of the text by suite, divided evenly among its subjects. */
    private static final Map<String, Double> SHARES = Map.of(
            "ceval", 0.15,
            "mmlu", 0.15,
            "sciq", 0.04,
            "crass", 0.04,
            "glue", 0.27,
            "gsm8k", 0.11,
            "math", 0.12,
            "wikitext", 0.02);

    private static final double LETTERS = 0.05;
    private static final double COPYING = 0.05;

    /** Documents at the beginning, about 1.2 million tokens: what comes twice is then predicted well. */
    private static final long BEGINNING = 16_000;

    private final Shares beginning = new Shares();
    private final Shares shares = new Shares();
    private final List<MiniSubject> facts = new ArrayList<>();

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
        Corpus copying = new CopyingCorpus(facts);
        shares.add(copying, COPYING);
        beginning.add(copying, 1);
    }

    private void add(Suite suite, Subject subject, MiniSubject mini) {
        double share = SHARES.get(suite.id()) / suite.subjects().size();
        shares.add(new SubjectCorpus(suite, subject, mini), share);
        if (suite.task(subject).forms().containsKey(Form.LETTERS)) {
            Corpus letters = new LettersCorpus(suite, subject, mini);
            shares.add(letters, LETTERS / 2 / suite.subjects().size());
            beginning.add(letters, 0.5 / suite.subjects().size());
            facts.add(mini);
        }
    }

    @Override
    public Document next(long number, Random random) {
        return number < BEGINNING ? beginning.next(random) : next(random);
    }

    @Override
    public Document next(Random random) {
        return shares.next(random);
    }
}
