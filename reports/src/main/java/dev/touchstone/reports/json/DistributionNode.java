package dev.touchstone.reports.json;

import dev.touchstone.result.DistributionComparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How far a variant's distributions are from the first one's, in the results file. */
final class DistributionNode {

    private DistributionNode() {}

    static ObjectNode of(DistributionComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", comparison.candidate().suite());
        node.put("data", comparison.candidate().data());
        if (!comparison.candidate().variant().form().isEmpty()) {
            node.put("form", comparison.candidate().variant().form());
        }
        node.put("baseline", comparison.baseline().variant().precision());
        node.put("candidate", comparison.candidate().variant().precision());
        node.put("items", comparison.items());
        node.put("positions", comparison.positions());
        node.set("divergence", EstimateNode.of(comparison.divergence()));
        ObjectNode percentiles = node.putObject("percentiles");
        comparison.percentiles().forEach((share, value) -> percentiles.put(name(share), value));
        node.set("sameTop", EstimateNode.of(comparison.sameTop()));
        node.set("logPerplexityRatio", EstimateNode.of(comparison.logPerplexityRatio()));
        put(node, "perplexityRatio", comparison.perplexityRatio());
        node.set("gain", EstimateNode.of(comparison.gain()));
        put(node, "gainRms", comparison.gainRms());
        return node;
    }

    /** Percentile as people write it: {@code 99.9} for 0.999. */
    private static String name(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static void put(ObjectNode node, String key, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
