package dev.touchstone.reports.json;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.PairedTest;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A variant compared with the first one, or a suite with a baseline, in the results file. Sizes and speeds stand with the suites. */
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
        writeOutcomes(comparison.outcomes(), comparison.leftOut(), node);
        node.put("changedAnswers", comparison.changedAnswers());
        node.set("difference", EstimateNode.of(comparison.difference()));
        writeTest(comparison.test(), node);
        return node;
    }

    static ObjectNode of(BaselineComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        SuiteResult suite = comparison.candidate();
        node.put("suite", suite.suite());
        node.put("variant", suite.variant().id());
        GateNode.write(comparison.baseline(), node.putObject("baseline"));
        writeOutcomes(comparison.outcomes(), comparison.leftOut(), node);
        node.put("changedAnswers", comparison.changedAnswers());
        node.set("difference", EstimateNode.of(comparison.difference()));
        writeTest(comparison.test(), node);
        ArrayNode flips = node.putArray("flips");
        comparison
                .flips()
                .forEach(flip -> flips.addObject()
                        .put("id", flip.id())
                        .put("was", flip.was().jsonName())
                        .put("is", flip.is().jsonName())
                        .put("answerThen", flip.answerThen()));
        return node;
    }

    private static void writeOutcomes(PairedOutcomes outcomes, int leftOut, ObjectNode node) {
        node.put("n", outcomes.n());
        node.put("leftOut", leftOut);
        node.put("bothRight", outcomes.bothRight());
        node.put("lost", outcomes.lost());
        node.put("gained", outcomes.gained());
        node.put("bothWrong", outcomes.bothWrong());
    }

    private static void writeTest(PairedTest test, ObjectNode node) {
        node.putObject("mcnemar")
                .put("p", test.twoSided())
                .put("worse", test.worse())
                .put("better", test.better());
    }
}
