package dev.touchstone.suites;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Brings suites. Implement this and name the class in {@code META-INF/services/dev.touchstone.suites.SuiteSource}. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface SuiteSource {

    /** The suites, in the order in which messages list them; never null. */
    List<Suite> suites();
}
