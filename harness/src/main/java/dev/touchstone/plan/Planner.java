package dev.touchstone.plan;

import dev.touchstone.config.Asking;
import dev.touchstone.config.RunConfiguration;
import dev.touchstone.config.ScoringMode.Kind;
import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.MetricName.Of;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.Shots;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says which items of a subject run. Reads each subject's data once. Not for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Planner {

    /** Of a train file with thousands of examples this many are enough to look at. */
    private static final int MOST_EXAMPLES = 32;

    private final RunConfiguration configuration;
    private final DataSource data;
    private final Map<String, SubjectData> loaded = new HashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    public Planner(RunConfiguration configuration, DataSource data) {
        this.configuration = configuration;
        this.data = data;
    }

    /** Where the items come from. */
    public DataSource data() {
        return data;
    }

    /** The subject in the form that is asked for, or its own. */
    public Optional<PlannedSubject> plan(Suite suite, Subject subject) {
        return plan(suite, subject, Optional.empty());
    }

    /**
     * The subject with the items that the configuration's limit or sample leaves; empty when its data are bad.
     *
     * @param form how choices are put; the form that is asked for, or its own, when empty
     */
    public Optional<PlannedSubject> plan(Suite suite, Subject subject, Optional<Form> form) {
        return all(suite, subject, form)
                .map(whole -> isOfWindows(whole)
                        ? whole.withItems(WindowLimit.note(whole.items(), configuration.subset()))
                        : whole.withItems(SubsetSelector.select(
                                whole.items(),
                                configuration.subset(),
                                configuration.seed(),
                                suite.id() + "/" + subject.id())));
    }

    /** The subject with that one item, whatever limit or sample say; empty, with a problem, when there is none. */
    public Optional<PlannedSubject> planItem(Suite suite, Subject subject, Optional<Form> form, int index) {
        Optional<PlannedSubject> whole = all(suite, subject, form);
        if (whole.isPresent() && index >= whole.get().items().size()) {
            problems.add("there is no item '" + suite.id() + "/" + subject.id() + "#" + index + "'; legal: 0 to "
                    + (whole.get().items().size() - 1));
            return Optional.empty();
        }
        return whole.map(w -> {
            List<Item> one = List.of(w.items().get(index));
            return w.withItems(isOfWindows(w) ? WindowLimit.note(one, configuration.subset()) : one);
        });
    }

    private static boolean isOfWindows(PlannedSubject subject) {
        return subject.task().outputType() == OutputType.LOGLIKELIHOOD_WINDOWS;
    }

    /** What is wrong with data or configuration, each in one line; empty when all is well. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** One form when one is asked for; both are asked for one by one. */
    private Optional<Form> formAskedFor() {
        return configuration.forms().size() == 1
                ? Optional.of(configuration.forms().get(0))
                : Optional.empty();
    }

    private Optional<PlannedSubject> all(Suite published, Subject subject, Optional<Form> wanted) {
        Optional<Suite> split = split(published);
        return split.isEmpty() ? Optional.empty() : inSplit(split.get(), subject, wanted);
    }

    private Optional<Suite> split(Suite suite) {
        String name = configuration.split().orElse(suite.split());
        Optional<Suite> found = isMini() && !name.equals(suite.split()) ? Optional.empty() : suite.inSplit(name);
        if (found.isEmpty()) {
            String legal = Stream.concat(
                            Stream.of(suite.split()),
                            suite.otherSplits().keySet().stream().sorted())
                    .collect(Collectors.joining(", "));
            problems.add("property 'split' is '" + name + "', but suite '" + suite.id() + "' has "
                    + (isMini() ? "one split of mini items; pass -Ddata=FOLDER" : "no such split; legal: " + legal));
        }
        return found;
    }

    private Optional<PlannedSubject> inSplit(Suite suite, Subject subject, Optional<Form> wanted) {
        Asking asking = configuration.asking();
        Optional<Task> task = new ScoringModes(asking, why -> problem(suite, subject, why)).of(suite.task(subject));
        return task.flatMap(asked -> form(suite, subject, asked, wanted.or(this::formAskedFor))
                .flatMap(form -> all(suite, subject, asked, form)));
    }

    private Optional<PlannedSubject> all(Suite suite, Subject subject, Task task, Form form) {
        int shots = configuration.shots().orElseGet(() -> defaultShots(suite, task));
        SubjectData read =
                loaded.computeIfAbsent(suite.id() + "/" + subject.id(), k -> data.load(suite, subject, shots));
        if (!read.problems().isEmpty()) {
            read.problems().forEach(problem -> problems.add(problem.message()));
            return Optional.empty();
        }
        return shots(suite, subject, read, shots)
                .map(chosen -> new PlannedSubject(
                        suite,
                        subject,
                        task,
                        configuration.asking(),
                        form,
                        metrics(task),
                        read.items(),
                        chosen,
                        read.shots().stream().limit(MOST_EXAMPLES).toList(),
                        read.sha256()));
    }

    /** Examples that don't think before they answer would show the model not to. */
    private int defaultShots(Suite suite, Task task) {
        if (configuration.asking().cot() && task.cot() != null) {
            return 0;
        }
        return isMini() ? suite.mini().shots() : suite.defaultShots();
    }

    private void problem(Suite suite, Subject subject, String why) {
        problems.add(why + " for subject '" + subject.id() + "' of suite '" + suite.id()
                + "'; leave the property out, or evaluate other suites");
    }

    /** The task's metrics, and of those that were asked for the ones that it can have. */
    private List<String> metrics(Task task) {
        int repeats = configuration.asking().decoding().repeats();
        if (task.outputType() == OutputType.GENERATE_UNTIL && task.generation() != null && repeats > 1) {
            return task.metrics().stream()
                    .flatMap(metric -> FurtherMetrics.ofRepeats(metric, repeats).stream())
                    .toList();
        }
        List<String> metrics = new ArrayList<>(task.metrics());
        boolean byLoglikelihood = configuration.asking().mode().stream().allMatch(mode -> mode.kind() == Kind.PPL);
        if (task.outputType() == OutputType.MULTIPLE_CHOICE && byLoglikelihood) {
            List<String> possible = task.scale() == null
                    ? MetricName.keys(Of.CHOICES, Of.LABELS, Of.PROBABILITIES)
                    : MetricName.keys(Of.SCALE);
            configuration.metrics().stream()
                    .filter(metric -> possible.contains(metric) && !metrics.contains(metric))
                    .forEach(metrics::add);
        }
        return List.copyOf(metrics);
    }

    private Optional<PlannedShots> shots(Suite suite, Subject subject, SubjectData read, int count) {
        Shots rule = isMini() ? Shots.FIRST_OF_FILE : suite.task(subject).shotsOrFirst();
        ShotSampler sampler = new ShotSampler(rule, read.shots(), count);
        int spare = sampler.needed() - count;
        int most = Math.min(suite.maximumShots(), Math.max(0, read.shots().size() - spare));
        if (count > most) {
            problems.add("property 'shots' is '" + count + "', but suite '" + suite.id() + "' publishes " + most
                    + " shots for subject '" + subject.id() + "'; pass that many or fewer");
            return Optional.empty();
        }
        return Optional.of(
                count == 0 ? PlannedShots.shared(List.of()) : sampler.choose(read.items(), configuration.seed()));
    }

    private Optional<Form> form(Suite suite, Subject subject, Task task, Optional<Form> wanted) {
        Form form = wanted.or(() -> ScoringModes.preferredForm(configuration.asking(), task))
                .orElseGet(() -> isMini() ? suite.mini().form() : task.defaultForm());
        if (task.forms().containsKey(form)) {
            return Optional.of(form);
        }
        problems.add("property 'form' is '" + lower(form) + "', but suite '" + suite.id() + "' has only "
                + task.forms().keySet().stream().map(Planner::lower).collect(Collectors.joining(", "))
                + " for subject '" + subject.id() + "'; leave the property out, or evaluate other suites");
        return Optional.empty();
    }

    private boolean isMini() {
        return MiniSource.isMini(data.kind());
    }

    private static String lower(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
