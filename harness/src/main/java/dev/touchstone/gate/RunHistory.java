package dev.touchstone.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads runs of the past as baselines. Implement this and name the class in {@code META-INF/services/dev.touchstone.gate.RunHistory}. Implementations
 * have no state and may be called by several threads. Every method throws {@link ComparisonRefused}, with the reason in one line, if the history can't be
 * read; none creates one.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface RunHistory {

    /** Whether there is a run with that id. */
    boolean has(String url, String run);

    /**
     * The newest finished run of a branch; rather an older one under all the variants than a newer one under others.
     *
     * @param suites suites that it must have evaluated; any run will do when there are none
     * @param variants variants that it had better have
     * @return its id; empty when there is none
     */
    Optional<String> newestOf(String url, String branch, Set<String> suites, Set<String> variants);

    /** Names of the branches that have finished runs, in order. */
    List<String> branches(String url);

    /**
     * A run with all its items.
     *
     * @param source how the baseline was named
     */
    Baseline read(String url, String run, String source);
}
