package dev.touchstone.plan;

import dev.touchstone.suites.Suite;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The part of a suite that is to be evaluated.
 *
 * @param suite the suite
 * @param dataKind where the items come from: {@code folder}, {@code mini} or {@code hub}
 * @param subjects its planned subjects, in order, each with at least one item
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PlannedSuite(Suite suite, String dataKind, List<PlannedSubject> subjects) {

    /** Number of items in all subjects. */
    public int itemCount() {
        return subjects.stream().mapToInt(s -> s.items().size()).sum();
    }

    /** The metrics that all its subjects have, the headline one first: only what is measured everywhere can be summed up. */
    public List<String> metrics() {
        List<String> common = new ArrayList<>(subjects.get(0).metrics());
        subjects.forEach(subject -> common.retainAll(subject.metrics()));
        return common;
    }
}
