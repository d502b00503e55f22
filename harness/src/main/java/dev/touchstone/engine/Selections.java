package dev.touchstone.engine;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.config.RunConfiguration.DataChoice;
import dev.touchstone.discovery.SuiteExpression;
import dev.touchstone.discovery.SuiteSelection;
import dev.touchstone.plan.Planner;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.run.Models;
import dev.touchstone.sanity.SanityItems;
import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.data.DataFolder;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What selectors mean: which suites, subjects and items, with which data. Lives for one discovery; collects what is wrong. */
final class Selections {

    private final RunConfiguration configuration;
    private final List<Suite> classPath;
    private final BroughtSuites suites;
    private final Map<DataChoice, Planner> planners = new LinkedHashMap<>();
    private final Set<String> anchored = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private @Nullable Planner checkPlanner;
    private boolean anythingSelected;

    Selections(RunConfiguration configuration, List<Suite> suites) {
        this.configuration = configuration;
        this.classPath = suites;
        this.suites = new BroughtSuites(configuration, suites);
    }

    /** Whether any selector asked for a benchmark, rightly or wrongly. */
    boolean anythingSelected() {
        return anythingSelected;
    }

    /** Whether data are looked over, and no model is evaluated. */
    boolean isAudit() {
        return configuration.audit();
    }

    /** What is wrong, each in one line. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(suites.problems());
        planners.values().forEach(planner -> all.addAll(planner.problems()));
        Optional.ofNullable(checkPlanner).ifPresent(planner -> all.addAll(planner.problems()));
        return all;
    }

    Optional<Suite> suite(String id) {
        return suites.all().stream().filter(suite -> suite.id().equals(id)).findFirst();
    }

    /**
     * What an anchor class runs: what it names itself and the property {@code suite} also names, or what the property names. A suite is
     * run by one anchor only, the first that wants it.
     */
    List<SuiteSelection> ofAnchor(List<String> names) {
        Optional<String> property = configuration.suite();
        if (names.isEmpty() && property.isEmpty()) {
            return List.of();
        }
        List<SuiteSelection> wanted = select(names.isEmpty() ? property.orElseThrow() : String.join(",", names));
        if (!names.isEmpty() && property.isPresent()) {
            wanted = common(wanted, select(property.get()));
        }
        List<SuiteSelection> own = wanted.stream()
                .filter(selection -> !anchored.contains(selection.suite().id()))
                .toList();
        own.forEach(selection -> anchored.add(selection.suite().id()));
        return own;
    }

    /** What a suite expression, such as {@code ceval/law#12}, names; a path stands for the suites that it brings. */
    List<SuiteSelection> select(String expression) {
        anythingSelected = true;
        String resolved = suites.resolve(expression);
        if (resolved.isEmpty()) {
            return List.of();
        }
        SuiteExpression parser = new SuiteExpression(suites.all());
        List<SuiteSelection> selected = parser.select(resolved);
        problems.addAll(parser.problems());
        return selected;
    }

    /** The suites whose files are in the folder. */
    List<SuiteSelection> ofDataFolder(Path folder) {
        List<SuiteSelection> found = benchmarks()
                .filter(suite -> Files.isDirectory(folder.resolve(folderName(suite))))
                .flatMap(suite -> select(suite.id()).stream())
                .toList();
        if (found.isEmpty()) {
            anythingSelected = true;
            problems.add("folder " + folder + " holds no suite's files; expected one of the folders "
                    + String.join(", ", benchmarks().map(Selections::folderName).toList()));
        }
        return found;
    }

    /** The suite whose own folder it is. */
    List<SuiteSelection> ofSuiteFolder(Path folder) {
        return benchmarks()
                .filter(suite -> folder.endsWith(folderName(suite)))
                .flatMap(suite -> select(suite.id()).stream())
                .toList();
    }

    /** The data folder around a suite's own folder; empty when the folder is none. */
    Optional<Path> dataFolderOf(Path folder) {
        boolean ofSuite = benchmarks().anyMatch(suite -> folder.endsWith(folderName(suite)));
        return ofSuite ? Optional.ofNullable(folder.getParent()) : Optional.empty();
    }

    /**
     * Plans with the data of a folder, or of the property {@code data} when none is given; empty, with a problem, when there is neither.
     */
    Optional<Planner> planner(Optional<Path> folder) {
        anythingSelected = true;
        Optional<DataChoice> data = folder.<DataChoice>map(DataChoice.Folder::new)
                .or(configuration::data)
                .or(this::ownData);
        if (data.isEmpty()) {
            problems.add(
                    "no data to evaluate on; pass -Ddata=FOLDER with the published files of the suites, such as FOLDER/"
                            + evaluationFile(benchmarks().findFirst().orElseThrow()) + ", or -Ddata=mini");
        }
        return data.map(choice -> planners.computeIfAbsent(choice, c -> new Planner(configuration, source(c))));
    }

    /** The built-in model was taught what mini items ask; any other model is evaluated on what its user names. */
    private Optional<DataChoice> ownData() {
        String model = configuration.model().orElse(Models.BUILT_IN);
        return model.equals(Models.BUILT_IN) ? Optional.of(new DataChoice.Mini()) : Optional.empty();
    }

    /** Plans checks on the model, which need no data. */
    Planner checkPlanner() {
        anythingSelected = true;
        if (checkPlanner == null) {
            checkPlanner = new Planner(configuration.forChecks(), new SanityItems());
        }
        return checkPlanner;
    }

    /** Plans a suite that brings its own data; empty for others. */
    Optional<Planner> ownPlanner(Suite suite) {
        return suites.planner(suite);
    }

    /** The suites on the class path that ask a model questions. */
    private Stream<Suite> benchmarks() {
        return classPath.stream().filter(suite -> !suite.isOfChecks());
    }

    private static DataSource source(DataChoice choice) {
        if (choice instanceof DataChoice.Folder folder) {
            return new DataFolder(folder.path());
        }
        return choice instanceof DataChoice.HeldBack ? MiniSource.heldBack() : MiniSource.taught();
    }

    /** The variants of the model that are asked for, in their order; each in both forms when both are asked for and the suite has them. */
    List<Variant> variants(Suite suite) {
        List<Form> forms = configuration.forms();
        List<String> names = forms.size() > 1 && suite.hasForms(forms)
                ? forms.stream()
                        .map(form -> form.name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of("");
        return configuration.precisions().stream()
                .flatMap(precision -> names.stream().map(form -> new Variant(precision, form)))
                .toList();
    }

    /** Notes that a unique id names a variant that is not asked for. */
    void unknownVariant(Suite suite, String name) {
        anythingSelected = true;
        problems.add("the unique id names the variant '" + name + "', which is not among the variants of this run: "
                + String.join(", ", variants(suite).stream().map(Variant::id).toList()) + "; pass -Dprecision=" + name);
    }

    /** Notes that a unique id names something that does not exist. */
    void unknown(String what, String name) {
        anythingSelected = true;
        problems.add("the unique id names the " + what + " '" + name + "', which does not exist; legal suites: "
                + String.join(", ", suites.all().stream().map(Suite::id).toList()));
    }

    private static List<SuiteSelection> common(List<SuiteSelection> own, List<SuiteSelection> property) {
        List<SuiteSelection> both = new ArrayList<>();
        for (SuiteSelection a : own) {
            for (SuiteSelection b : property) {
                List<Subject> subjects =
                        a.subjects().stream().filter(b.subjects()::contains).toList();
                if (a.suite().equals(b.suite()) && !subjects.isEmpty()) {
                    both.add(new SuiteSelection(a.suite(), subjects, a.item().isPresent() ? a.item() : b.item()));
                }
            }
        }
        return both;
    }

    private static String folderName(Suite suite) {
        String path = evaluationFile(suite);
        return path.substring(0, path.indexOf('/'));
    }

    private static String evaluationFile(Suite suite) {
        return suite.task(suite.subjects().get(0)).data().evaluation();
    }
}
