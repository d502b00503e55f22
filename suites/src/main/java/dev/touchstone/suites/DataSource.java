package dev.touchstone.suites;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where a suite's items come from. Safe for use by several threads; the same call gives the same items. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface DataSource {

    /** How a report names it: {@code folder}, {@code mini} or {@code hub}. */
    String kind();

    /**
     * Reads one subject's items and shots. Never throws for bad data: what is wrong comes back as problems.
     *
     * @param suite the suite
     * @param subject one of its subjects
     * @param shots how many shots are wanted before each question; what only shots need is not read when there are none
     */
    SubjectData load(Suite suite, Suite.Subject subject, int shots);
}
