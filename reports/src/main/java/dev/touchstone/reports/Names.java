package dev.touchstone.reports;

import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How things are named in reports. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Names {

    private static final int LETTERS = 26;

    private Names() {}

    /** The suite's title; {@code C-Eval (mini)} for the mini items, which measure the harness and no knowledge. */
    public static String of(SuiteResult suite) {
        return isMini(suite) ? suite.title() + " (" + suite.data() + ")" : suite.title();
    }

    /** Whether the suite ran on the mini items. */
    public static boolean isMini(SuiteResult suite) {
        return MiniSource.isMini(suite.data());
    }

    /** The subject's name in English and, where it has another one, in the suite's language: {@code Law 法学}. */
    public static String of(SubjectResult subject) {
        return hasLocalName(subject) ? subject.title() + " " + subject.localTitle() : subject.title();
    }

    /** Whether the subject has a name in another language than English. */
    public static boolean hasLocalName(SubjectResult subject) {
        return !subject.localTitle().isBlank() && !subject.localTitle().equals(subject.title());
    }

    /** A choice as people name it: {@code A} for 0; {@code option 27} where the alphabet ends; a dash for none. */
    public static String choice(int index) {
        if (index < 0) {
            return "–";
        }
        return index < LETTERS ? String.valueOf((char) ('A' + index)) : "option " + (index + 1);
    }

    /** One of an item's choices: as above, but a point of a scale is its own name. */
    public static String choice(ItemResult item, int index) {
        return item.finding() instanceof OnScale ? item.choices().get(index).strip() : choice(index);
    }

    /** What an audit's warning is about: {@code near leak}. */
    public static String of(DataAudit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A check as it can be asked for: {@code causal-mask}, or {@code round-trip#2} where its subject has several. */
    public static String check(ItemResult check, SubjectResult subject) {
        return check.subject() + (subject.items().size() == 1 && check.index() == 0 ? "" : "#" + check.index());
    }

    /** What a check found, or why it could not be made. */
    public static String evidence(ItemResult check) {
        return check.finding() instanceof Checked checked ? checked.text() : String.valueOf(check.error());
    }

    /** How a check came out: {@code holds}, {@code does not hold}, {@code skipped} or {@code error}. */
    public static String holds(ItemResult check) {
        return check.finding() instanceof Checked checked ? checked.holds() : "error";
    }

    /** What happened to an item, in a few words: {@code answered B, gold C}. */
    public static String answer(ItemResult item) {
        return item.finding().inWords();
    }
}
