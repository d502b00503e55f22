package dev.touchstone.suites.audit;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.LabelBalance;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Looks a suite's data over. Call {@link #audit}. Items with the same text and options are the same, whatever their case, spaces and order of options. Duplicates are
 * looked for across the subjects of a suite that have the same task; solved examples within each subject.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Auditor {

    private final Suite suite;
    private final String data;
    private final List<Part> parts = new ArrayList<>();
    private final List<LabelBalance> labels = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();
    private final List<Entry> choices = new ArrayList<>();
    private final List<String> leaked = new ArrayList<>();
    private final List<String> nearlyLeaked = new ArrayList<>();
    private final List<String> tooLong = new ArrayList<>();
    private final List<Entry> withOptions = new ArrayList<>();
    private final List<Entry> placed = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private Auditor(Suite suite, String data) {
        this.suite = suite;
        this.data = data;
    }

    /**
     * Reads and examines all items of some subjects. Never throws for bad data: that is what it reports.
     *
     * @param subjects of that suite, at least one
     */
    public static DataAudit audit(Suite suite, List<Subject> subjects, DataSource data) {
        Auditor auditor = new Auditor(suite, data.kind());
        subjects.forEach(subject -> auditor.add(subject, data));
        return auditor.audit();
    }

    private void add(Subject subject, DataSource source) {
        Task task = suite.task(subject);
        SubjectData read = source.load(suite, subject, 0);
        read.problems().forEach(problem -> warnings.add(fault(problem)));
        List<Entry> items = Entry.of(suite, subject, read.items(), "");
        List<Entry> shots = Entry.of(suite, subject, shots(subject, source), " (shots)");
        parts.add(new Part(subject.id(), suite.split(), items.size(), shots.size()));
        leaked.addAll(Duplicates.leaks(items, shots));
        nearlyLeaked.addAll(NearDuplicates.of(items, shots));
        if (task.outputType() == OutputType.MULTIPLE_CHOICE) {
            choices.addAll(items);
        }
        if (task.outputType()
                != OutputType.LOGLIKELIHOOD_ROLLING) { // pages are scored in windows, and may have any length
            tooLong.addAll(TextLengths.tooLong(items));
        }
        Golds.labels(subject.id(), task, items).ifPresent(balance -> {
            labels.add(balance);
            if (task.scale() == null) {
                Golds.warning(balance).ifPresent(warnings::add);
            }
        });
        all.addAll(items);
        if (!items.isEmpty()
                && !Entry.optionFields(task, items.get(0).item().fields()).isEmpty()) {
            withOptions.addAll(items);
            if (task.data().goldIndex() < 0) {
                placed.addAll(items);
            }
        }
    }

    /** Problems of the shots' file are none of the items that are evaluated: without shots they don't matter. */
    private List<Item> shots(Subject subject, DataSource source) {
        return suite.maximumShots() == 0
                ? List.of()
                : source.load(suite, subject, 1).shots();
    }

    private DataAudit audit() {
        warn(Kind.GOLD, "items whose right answer is none of their choices: ", Golds.outside(choices), 1);
        warnings.addAll(Duplicates.of(all));
        warn(Kind.LEAK, "items that are also solved examples (item, then example): ", leaked, 2);
        warn(Kind.NEAR_LEAK, "items that are nearly solved examples (item, then example): ", nearlyLeaked, 2);
        warn(Kind.OPTIONS, "items with the same option twice: ", Golds.sameOptions(choices), 1);
        warn(
                Kind.LENGTH,
                "items of more than " + TextLengths.LONG + " characters, which may be cut to fit a model's context: ",
                tooLong,
                1);
        warnings.addAll(Encoding.of(all));
        List<Place> positions = Golds.positions(placed);
        warnings.addAll(Golds.ofPositions(positions, placed.size()));
        @Nullable Longest longest = Golds.longest(withOptions);
        Golds.warning(longest).ifPresent(warnings::add);
        warnings.sort(Comparator.comparing(Warning::kind));
        return new DataAudit(
                suite.id(),
                suite.title(),
                data,
                List.copyOf(parts),
                List.copyOf(labels),
                positions,
                longest,
                TextLengths.of(all),
                List.copyOf(warnings));
    }

    private void warn(Kind kind, String text, List<String> ids, int idsOfOne) {
        if (!ids.isEmpty()) {
            warnings.add(new Warning(kind, text + ids.size() / idsOfOne, List.copyOf(ids)));
        }
    }

    private static Warning fault(Problem problem) {
        return new Warning(Kind.FILE, problem.message(), List.of());
    }
}
