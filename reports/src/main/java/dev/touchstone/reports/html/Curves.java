package dev.touchstone.reports.html;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.probability.AveragePrecision;
import dev.touchstone.metrics.probability.PrecisionRecallCurve;
import dev.touchstone.metrics.probability.RocAuc;
import dev.touchstone.metrics.probability.RocCurve;
import dev.touchstone.reports.json.EstimateNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** ROC and precision-recall curve of two labels. */
final class Curves {

    /** More can't be told apart in a diagram. */
    private static final int MOST_POINTS = 200;

    private Curves() {}

    /** Each with its area and its points [x, y]; there are no points where one of the labels has no item. */
    static ObjectNode of(boolean[] positive, double[] scores, Bootstrap bootstrap) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode roc = node.putObject("roc");
        roc.set("area", EstimateNode.of(RocAuc.of(positive, scores)));
        roc.set(
                "points",
                points(
                        RocCurve.of(positive, scores),
                        point -> point.falsePositiveRate(),
                        point -> point.truePositiveRate()));
        ObjectNode precisionRecall = node.putObject("precisionRecall");
        precisionRecall.set("area", EstimateNode.of(AveragePrecision.of(positive, scores, bootstrap)));
        precisionRecall.set(
                "points",
                points(PrecisionRecallCurve.of(positive, scores), point -> point.recall(), point -> point.precision()));
        return node;
    }

    /** Evenly thinned; the first and the last point always stay. */
    private static <T> ArrayNode points(List<T> curve, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        int kept = Math.min(curve.size(), MOST_POINTS);
        for (int i = 0; i < kept; i++) {
            T point = curve.get(kept == 1 ? 0 : (int) ((long) i * (curve.size() - 1) / (kept - 1)));
            points.addArray().add(x.applyAsDouble(point)).add(y.applyAsDouble(point));
        }
        return points;
    }
}
