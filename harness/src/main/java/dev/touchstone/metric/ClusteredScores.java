package dev.touchstone.metric;

import dev.touchstone.metrics.ClusteredMean;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SuiteResult.Clustered;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Scores of items that belong together. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ClusteredScores {

    private ClusteredScores() {}

    /**
     * Sums the scores up, cluster by cluster; null when there is one cluster, each item is one of its own, or there are no scores.
     *
     * @param by what a cluster is
     * @param metrics the names of those that may have scores, in report order
     * @param clusterOf equal for items that belong together
     */
    public static @Nullable Clustered of(
            String by, Set<String> metrics, Collection<ItemResult> items, Function<ItemResult, Object> clusterOf) {
        List<ItemResult> scored =
                items.stream().filter(item -> !item.scores().isEmpty()).toList();
        Map<Object, Integer> numbers = new HashMap<>();
        scored.forEach(item -> numbers.putIfAbsent(clusterOf.apply(item), numbers.size()));
        if (numbers.size() < 2 || numbers.size() == scored.size()) {
            return null;
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            List<ItemResult> having = scored.stream()
                    .filter(item -> item.scores().containsKey(metric))
                    .toList();
            if (having.size() == scored.size()) {
                estimates.put(
                        metric,
                        ClusteredMean.of(
                                having.stream()
                                        .mapToDouble(item -> item.scores().get(metric))
                                        .toArray(),
                                having.stream()
                                        .mapToInt(item -> numbers.get(clusterOf.apply(item)))
                                        .toArray()));
            }
        }
        return estimates.isEmpty() ? null : new Clustered(by, numbers.size(), estimates);
    }
}
