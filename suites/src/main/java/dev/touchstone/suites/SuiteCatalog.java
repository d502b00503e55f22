package dev.touchstone.suites;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** All suites that the class path offers. Call {@link #load()}. Immutable. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SuiteCatalog {

    private final Map<String, Suite> suites;

    private SuiteCatalog(Map<String, Suite> suites) {
        this.suites = suites;
    }

    /**
     * Asks every {@link SuiteSource} that the context class loader's {@link ServiceLoader} finds.
     *
     * @throws SuiteException if a suite is described wrongly, or two have the same id
     */
    public static SuiteCatalog load() {
        return of(ServiceLoader.load(SuiteSource.class));
    }

    /**
     * The suites of these sources, in their order.
     *
     * @throws SuiteException if two suites have the same id
     */
    static SuiteCatalog of(Iterable<SuiteSource> sources) {
        Map<String, Suite> suites = new LinkedHashMap<>();
        Map<String, String> sourceOf = new LinkedHashMap<>();
        for (SuiteSource source : sources) {
            for (Suite suite : source.suites()) {
                String name = source.getClass().getName();
                if (suites.putIfAbsent(suite.id(), suite) != null) {
                    throw new SuiteException("suite '" + suite.id() + "' is there twice, from "
                            + sourceOf.get(suite.id()) + " and from " + name + "; give one of them another id");
                }
                sourceOf.put(suite.id(), name);
            }
        }
        return new SuiteCatalog(suites);
    }

    /** All suites, in the order in which messages list them, benchmarks before suites of checks; never null. */
    public List<Suite> all() {
        return suites.values().stream()
                .sorted(Comparator.comparing(Suite::isOfChecks))
                .toList();
    }

    /** The suite with that id. */
    public Optional<Suite> find(String id) {
        return Optional.ofNullable(suites.get(id));
    }
}
