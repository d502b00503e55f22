package dev.touchstone.reports.json;

import dev.touchstone.metrics.Estimate;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A metric in the results file. What is undefined, or is infinite or no number (JSON knows neither), is null, and
 * {@code undefined} says why.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class EstimateNode {

    private EstimateNode() {}

    static ObjectNode all(Map<String, Estimate> metrics) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        metrics.forEach((name, estimate) -> node.set(name, of(estimate)));
        return node;
    }

    /** One metric. */
    public static ObjectNode of(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "value", estimate.value());
        put(node, "stderr", estimate.standardError());
        putInterval(node, estimate.interval95());
        node.put("n", estimate.n());
        if (estimate.undefined() != null) {
            node.put("undefined", estimate.undefined());
        } else if (hasNull(node)) {
            node.put("undefined", "the result is not a finite number");
        }
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static void putInterval(ObjectNode node, Estimate.@Nullable Interval interval) {
        if (interval != null && Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
            node.putArray("ci95").add(interval.low()).add(interval.high());
        } else {
            node.putNull("ci95");
        }
    }

    private static boolean hasNull(ObjectNode node) {
        return node.get("value").isNull()
                || node.get("stderr").isNull()
                || node.get("ci95").isNull();
    }
}
