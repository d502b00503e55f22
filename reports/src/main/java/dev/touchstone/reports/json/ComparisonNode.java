package dev.touchstone.reports.json;

import dev.touchstone.result.VariantComparison;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A variant compared with the first one, in the results file. Sizes and speeds stand with the suites. */
final class ComparisonNode {

    private ComparisonNode() {}

    static ObjectNode of(VariantComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", comparison.candidate().suite());
        node.put("data", comparison.candidate().data());
        if (!comparison.candidate().variant().form().isEmpty()) {
            node.put("form", comparison.candidate().variant().form());
        }
        node.put("baseline", comparison.baseline().variant().precision());
        node.put("candidate", comparison.candidate().variant().precision());
        node.put("n", comparison.outcomes().n());
        node.put("leftOut", comparison.leftOut());
        node.put("bothRight", comparison.outcomes().bothRight());
        node.put("lost", comparison.outcomes().lost());
        node.put("gained", comparison.outcomes().gained());
        node.put("bothWrong", comparison.outcomes().bothWrong());
        node.put("changedAnswers", comparison.changedAnswers());
        node.set("difference", EstimateNode.of(comparison.difference()));
        ObjectNode test = node.putObject("mcnemar");
        test.put("p", comparison.test().twoSided());
        test.put("worse", comparison.test().worse());
        test.put("better", comparison.test().better());
        return node;
    }
}
