package dev.touchstone.plan;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Names of the metrics of items for which several texts are drawn. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FurtherMetrics {

    private static final String PASS = "pass@";

    private static final String MAJORITY = "maj@";

    private FurtherMetrics() {}

    /** What several texts of an item have of a filter's metric, the mean first: {@code exact_match,strict}, {@code pass@8,strict}, {@code maj@8,strict}. */
    public static List<String> ofRepeats(String metric, int repeats) {
        int comma = metric.indexOf(',');
        String filter = comma < 0 ? "" : metric.substring(comma);
        return List.of(metric, PASS + repeats + filter, MAJORITY + repeats + filter);
    }

    /** Whether a metric of several texts is 0 or 1 for each item, and no mean. */
    public static boolean isRightOrWrong(String metric) {
        return metric.startsWith(PASS) || metric.startsWith(MAJORITY);
    }
}
