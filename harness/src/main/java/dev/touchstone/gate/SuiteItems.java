package dev.touchstone.gate;

import dev.touchstone.result.SuiteResult;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a comparison needs to know of a suite under a variant.
 *
 * @param suite its id
 * @param variant the variant's id
 * @param dataSha256 hex digest over the data files that were used
 * @param shots shots in each prompt
 * @param finished whether every planned item has a result
 * @param items its items, in the suite's order
 */
@API(status = Status.INTERNAL, since = "0.1")
public record SuiteItems(
        String suite, String variant, String dataSha256, int shots, boolean finished, List<ItemSummary> items) {

    /** Sums up a suite. */
    public static SuiteItems of(SuiteResult suite) {
        return new SuiteItems(
                suite.suite(),
                suite.variant().id(),
                suite.dataSha256(),
                suite.shots(),
                suite.finished(),
                suite.subjects().stream()
                        .flatMap(subject -> subject.items().stream())
                        .map(ItemSummary::of)
                        .toList());
    }
}
