package dev.touchstone.reports.html;

import dev.touchstone.metric.ProbabilityMetrics;
import dev.touchstone.metrics.Accuracy;
import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.classification.Confusion;
import dev.touchstone.metrics.probability.Calibration;
import dev.touchstone.metrics.probability.ReliabilityBin;
import dev.touchstone.reports.json.EstimateNode;
import dev.touchstone.suites.MetricName;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The diagrams of a suite under a variant, as numbers: calibration, and for choices that items have in common confusion and curves. */
final class Analysis {

    private static final int BINS = ProbabilityMetrics.BINS;

    /** A tenth of the usual resamples: steady to the two digits that are shown, and no wait. */
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1234, 1000);

    /** Each label beyond two has a pair of curves of its own; more would bury the rest. */
    private static final int MOST_CURVES = 5;

    /** A matrix of more labels can't be read. */
    private static final int MOST_LABELS = 12;

    private Analysis() {}

    /** {@code {"calibration": ..., "labelled": [...]}}; calibration is null where no choices were scored. */
    static ObjectNode of(ItemTable table) {
        return of(table, JsonNodeFactory.instance.objectNode());
    }

    /** @param suite its result, whose calibration error is taken, if it has one: it has ten times the resamples */
    static ObjectNode of(ItemTable table, JsonNode suite) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ChoiceItems items = ChoiceItems.of(table, row -> true);
        if (items.n() == 0) {
            node.putNull("calibration");
        } else {
            node.set("calibration", calibration(items, suite.at("/metrics/" + MetricName.ECE.key())));
        }
        labelled(table, node.putArray("labelled"));
        return node;
    }

    private static ObjectNode calibration(ChoiceItems items, JsonNode known) {
        double[] confidence = items.confidence();
        boolean[] right = items.right();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(
                "expectedError",
                known.isObject()
                        ? known
                        : EstimateNode.of(Calibration.expectedError(confidence, right, BINS, BOOTSTRAP)));
        ArrayNode bins = node.putArray("bins");
        Calibration.bins(confidence, right, BINS).forEach(bin -> bins.add(bin(bin)));
        return node;
    }

    private static ObjectNode bin(ReliabilityBin bin) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("from", bin.low()).put("to", bin.high()).put("n", bin.n());
        node.put("confidence", bin.confidence());
        int right = bin.accuracy() == null ? 0 : (int) Math.round(bin.accuracy() * bin.n());
        node.set("accuracy", EstimateNode.of(Accuracy.of(right, bin.n())));
        return node;
    }

    /** Labels are the same choices for all items: of the suite, or else of each subject that has such. */
    private static void labelled(ItemTable table, ArrayNode written) {
        if (isLabelled(table, row -> true)) {
            written.add(labelled(table, "", row -> true));
            return;
        }
        for (String subject : subjects(table)) {
            IntPredicate rows = row -> subject(table, row).equals(subject);
            if (isLabelled(table, rows)) {
                written.add(labelled(table, subject, rows));
            }
        }
    }

    private static boolean isLabelled(ItemTable table, IntPredicate rows) {
        int labels = ChoiceItems.commonChoices(table, rows).size();
        return labels >= 2
                && labels <= MOST_LABELS
                && ChoiceItems.of(table, rows).n() > 0;
    }

    private static ObjectNode labelled(ItemTable table, String subject, IntPredicate rows) {
        List<String> labels = ChoiceItems.commonChoices(table, rows);
        ChoiceItems items = ChoiceItems.of(table, rows);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("subject", subject);
        labels.forEach(node.putArray("labels")::add);
        node.set("confusion", confusion(Confusion.of(items.gold(), items.answer(), labels.size())));
        if (labels.size() == 2) {
            node.putArray("curves").add(curves(items, 1, labels));
        } else if (labels.size() <= MOST_CURVES) {
            ArrayNode curves = node.putArray("curves");
            IntStream.range(0, labels.size()).forEach(label -> curves.add(curves(items, label, labels)));
        }
        return node;
    }

    /** The label against all others. */
    private static ObjectNode curves(ChoiceItems items, int label, List<String> labels) {
        return Curves.of(items.isGold(label), items.probability(label), BOOTSTRAP)
                .put("label", labels.get(label));
    }

    /** [gold][answered] counts. */
    private static ArrayNode confusion(Confusion confusion) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int gold = 0; gold < confusion.labels(); gold++) {
            ArrayNode row = rows.addArray();
            for (int answered = 0; answered < confusion.labels(); answered++) {
                row.add(confusion.count(gold, answered));
            }
        }
        return rows;
    }

    private static TreeSet<String> subjects(ItemTable table) {
        TreeSet<String> subjects = new TreeSet<>();
        IntStream.range(0, table.rows()).forEach(row -> subjects.add(subject(table, row)));
        return subjects;
    }

    private static String subject(ItemTable table, int row) {
        return table.value("subject", row).asString("");
    }
}
