package dev.touchstone.suites.mini.catalog;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.crass.CrassMini;
import dev.touchstone.suites.mini.facts.FactsMini;
import dev.touchstone.suites.mini.glue.GlueMini;
import dev.touchstone.suites.mini.sciq.SciqMini;
import dev.touchstone.suites.mini.sums.SumsMini;
import dev.touchstone.suites.mini.wikitext.WikitextMini;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the mini items of a subject. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MiniSubjects {

    private MiniSubjects() {}

    /** The mini items of that subject, if this project has written some. */
    public static Optional<MiniSubject> find(Suite suite, Subject subject) {
        return switch (suite.id()) {
            case "glue" -> Optional.of(GlueMini.subject(subject.id()));
            case "gsm8k", "gsm8k_cot" -> Optional.of(SumsMini.subject("gsm8k", "gsm8k"));
            case "math", "minerva_math" -> Optional.of(SumsMini.subject("math", subject.id()));
            // MATH-500 is drawn from all of MATH; its most common type will do here
            case "math500", "minerva_math500" -> Optional.of(SumsMini.subject("math", "algebra"));
            case "sciq" -> Optional.of(SciqMini.subject());
            case "crass" -> Optional.of(CrassMini.subject());
            case "wikitext" -> Optional.of(WikitextMini.subject());
            case "wikitext_windows" -> Optional.of(WikitextMini.subject().asOneText());
            case "ceval", "mmlu" -> Optional.of(FactsMini.subject(suite, subject));
            default -> Optional.empty();
        };
    }
}
