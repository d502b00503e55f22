package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.RunHistory;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The runs in the history, by the names that the property {@code baseline} takes. */
final class PastRuns {

    private static final String BRANCH = "branch:";

    private final Optional<String> url;
    private final Optional<RunHistory> history;

    /** @param url where the history is; empty when none is kept */
    PastRuns(Optional<String> url) {
        this.url = url;
        this.history = url.flatMap(there -> ServiceLoader.load(RunHistory.class, PastRuns.class.getClassLoader())
                .findFirst());
    }

    static boolean isBranch(String name) {
        return name.startsWith(BRANCH);
    }

    /**
     * The id of the run that a name means; empty when there is none.
     *
     * @param suites what the newest run of a branch must have evaluated
     * @param variants how, if there is such a run
     */
    Optional<String> find(String name, Set<String> suites, Set<String> variants) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        if (isBranch(name)) {
            return history.get().newestOf(url.orElseThrow(), name.substring(BRANCH.length()), suites, variants);
        }
        return history.get().has(url.orElseThrow(), name) ? Optional.of(name) : Optional.empty();
    }

    /** @throws ComparisonRefused if it can't be read */
    Baseline read(String run, String source) {
        return history.orElseThrow().read(url.orElseThrow(), run, source);
    }

    /** Why there is no run of a branch. */
    String noRunOf(String name, Set<String> suites) {
        if (history.isEmpty()) {
            return "baseline '" + name
                    + "' needs a history, and there is none; leave out -Dhistory=none, or pass a JDBC URL";
        }
        List<String> branches = history.get().branches(url.orElseThrow());
        return "baseline '" + name + "' was not found: the history " + url.orElseThrow() + " has "
                + (branches.isEmpty() ? "no finished run" : "finished runs of " + String.join(", ", branches))
                + (branches.contains(name.substring(BRANCH.length()))
                        ? ", but none that evaluated " + String.join(", ", suites)
                        : "")
                + "; evaluate once on that branch with this history, or pass another -Dhistory";
    }

    /** What is to be said of it when a name was not found. */
    String inWords() {
        return history.isEmpty() ? "" : ", and the history " + url.orElseThrow() + " has no run of that id";
    }
}
