package dev.touchstone.engine;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.config.RunConfiguration.DataChoice;
import dev.touchstone.plan.Planner;
import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.own.OwnSuites;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The suites there are: those on the class path, and those that the property {@code include} or a path in a suite expression brings. Where one
 * of the latter has the name of one of the former, the name alone says nothing, and its path must be given.
 */
final class BroughtSuites {

    /** What no suite is called. */
    private static final String LIKE_A_PATH = "[./\\\\].*|.*\\.ya?ml";

    private final RunConfiguration configuration;
    private final Map<String, Suite> builtIn = new LinkedHashMap<>();
    private final Map<String, OwnSuite> own = new LinkedHashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, Planner> planners = new HashMap<>();
    private final Set<String> namedByPath = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();

    BroughtSuites(RunConfiguration configuration, List<Suite> classPath) {
        this.configuration = configuration;
        classPath.forEach(suite -> builtIn.put(suite.id(), suite));
        configuration.include().forEach(path -> {
            if (Files.exists(path)) {
                add(OwnSuites.in(path), path);
            } else {
                problems.add("property 'include' names '" + path + "', which does not exist (looked for "
                        + path.toAbsolutePath().normalize() + ")");
            }
        });
    }

    /** All suites, those on the class path first. */
    List<Suite> all() {
        return Stream.concat(
                        builtIn.values().stream().filter(suite -> !isHidden(suite)),
                        own.values().stream().map(OwnSuite::suite).filter(suite -> !isShadowed(suite)))
                .toList();
    }

    /** Plans a suite with the data that it brings itself; empty when it brings none. */
    Optional<Planner> planner(Suite suite) {
        OwnSuite found = own.get(suite.id());
        return found == null || isShadowed(suite)
                ? Optional.empty()
                : Optional.of(planners.computeIfAbsent(
                        suite.id(),
                        id -> new Planner(configuration, found.data().apply(dataFolder()))));
    }

    /** What is wrong, each in one line. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        planners.values().forEach(planner -> all.addAll(planner.problems()));
        return all;
    }

    /** The expression with the names of suites in place of paths; what can't be evaluated is left out, with a problem. */
    String resolve(String expression) {
        List<String> terms = new ArrayList<>();
        for (String term : expression.split(",", -1)) {
            terms.addAll(resolveTerm(term.strip()));
        }
        return String.join(",", terms);
    }

    private List<String> resolveTerm(String term) {
        String suite = term.replaceFirst("/.*", "");
        if (builtIn.containsKey(suite) && own.containsKey(suite) && !namedByPath.contains(suite)) {
            problems.add(
                    "suite '" + suite
                            + "' is built in and also brought by -Dinclude; pass the path of yours as -Dsuite, or give it another name");
            return List.of();
        }
        if (refused.containsKey(suite)) {
            problems.add("suite '" + suite + "' can't be evaluated: " + refused.get(suite));
            return List.of();
        }
        if (builtIn.containsKey(suite) || own.containsKey(suite) || term.equals("all")) {
            return List.of(term);
        }
        Optional<Path> path = path(term);
        if (path.isEmpty() && term.matches(LIKE_A_PATH)) {
            problems.add(
                    "property 'suite' names '" + term + "', but there is no such file or folder, and no such suite");
            return List.of();
        }
        return path.isPresent() ? names(path.get()) : List.of(term);
    }

    /** A file or folder that exists. */
    private static Optional<Path> path(String term) {
        try {
            Path path = Path.of(term);
            return !term.isEmpty() && Files.exists(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Adds what is at a path; all of it must be fit to be evaluated. */
    private List<String> names(Path path) {
        OwnSuites found = OwnSuites.in(path);
        add(found, path);
        problems.addAll(found.refused().values());
        List<String> names =
                found.suites().stream().map(suite -> suite.suite().id()).toList();
        namedByPath.addAll(names);
        return names;
    }

    private void add(OwnSuites found, Path path) {
        refused.putAll(found.refused());
        for (OwnSuite suite : found.suites()) {
            OwnSuite before = own.putIfAbsent(suite.suite().id(), suite);
            if (before != null && !before.suite().equals(suite.suite())) {
                problems.add("suite '" + suite.suite().id() + "' is brought twice, the second time from " + path
                        + "; give one of them another name");
            }
        }
        if (found.suites().isEmpty() && found.refused().containsKey(path.toString())) {
            problems.add(String.valueOf(found.refused().get(path.toString())));
        }
    }

    /** A suite of a user's that has the name of a built-in one, unless it was named by its path. */
    private boolean isShadowed(Suite suite) {
        return builtIn.containsKey(suite.id()) && !namedByPath.contains(suite.id());
    }

    /** A built-in suite whose name stands for a user's. */
    private boolean isHidden(Suite suite) {
        return own.containsKey(suite.id()) && namedByPath.contains(suite.id());
    }

    private Optional<Path> dataFolder() {
        return configuration
                .data()
                .filter(DataChoice.Folder.class::isInstance)
                .map(choice -> ((DataChoice.Folder) choice).path());
    }
}
