package dev.touchstone.metric;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.classification.Confusion;
import dev.touchstone.metrics.classification.F1;
import dev.touchstone.metrics.classification.Mcc;
import dev.touchstone.metrics.classification.Precision;
import dev.touchstone.metrics.classification.Recall;
import dev.touchstone.metrics.probability.AveragePrecision;
import dev.touchstone.metrics.probability.RocAuc;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Metrics of answers that are labels. Of two labels the second is the positive one, as in lm-evaluation-harness. */
final class LabelMetrics {

    private static final int POSITIVE = 1;

    /** lm-evaluation-harness's two are those of the choices' places, whatever stands there; the others need the same choices in all items. */
    private static final Set<MetricName> OF_PLACES = EnumSet.of(MetricName.F1, MetricName.MCC);

    private LabelMetrics() {}

    static Estimate of(MetricName metric, Collection<ItemResult> all, Bootstrap bootstrap) {
        List<Chosen> items = Labels.chosen(all);
        if (!items.isEmpty() && !OF_PLACES.contains(metric) && Labels.of(all).isEmpty()) {
            return Estimate.undefined(
                    items.size(), "the items have different choices, so their answers are not labels");
        }
        Confusion confusion = confusion(items);
        return switch (metric) {
            case F1 -> F1.of(confusion, POSITIVE, bootstrap);
            case F1_MACRO -> F1.macro(confusion, bootstrap);
            case F1_MICRO -> F1.micro(confusion, bootstrap);
            case F1_WEIGHTED -> F1.weighted(confusion, bootstrap);
            case PRECISION -> Precision.of(confusion, POSITIVE);
            case PRECISION_MACRO -> Precision.macro(confusion, bootstrap);
            case PRECISION_WEIGHTED -> Precision.weighted(confusion, bootstrap);
            case RECALL -> Recall.of(confusion, POSITIVE);
            case RECALL_MACRO -> Recall.macro(confusion, bootstrap);
            case RECALL_WEIGHTED -> Recall.weighted(confusion, bootstrap);
            case MCC -> Mcc.of(confusion, bootstrap);
            default -> ranking(metric, items, confusion.labels(), bootstrap);
        };
    }

    private static Confusion confusion(List<Chosen> items) {
        int labels = items.stream()
                .mapToInt(chosen -> chosen.loglikelihoods().size())
                .max()
                .orElse(2);
        return Confusion.of(gold(items), items.stream().mapToInt(Chosen::answer).toArray(), labels);
    }

    private static int[] gold(List<Chosen> items) {
        return items.stream().mapToInt(Chosen::gold).toArray();
    }

    /** Whether the right label gets more of the probability where it is right than elsewhere. */
    private static Estimate ranking(MetricName metric, List<Chosen> items, int labels, Bootstrap bootstrap) {
        double[][] probabilities = ProbabilityMetrics.probabilities(items, labels);
        int[] gold = gold(items);
        if (ProbabilityMetrics.hasUndefined(probabilities)) {
            return Estimate.undefined(items.size(), ProbabilityMetrics.NO_PROBABILITY);
        }
        if (metric == MetricName.AVERAGE_PRECISION && labels > 2) {
            return Estimate.undefined(items.size(), "average precision is undefined: there are more than two labels");
        }
        if (metric == MetricName.AVERAGE_PRECISION) {
            return AveragePrecision.of(isPositive(gold), ofPositive(probabilities), bootstrap);
        }
        if (labels == 2) {
            return RocAuc.of(isPositive(gold), ofPositive(probabilities));
        }
        return metric == MetricName.ROC_AUC ? RocAuc.macro(gold, probabilities) : RocAuc.weighted(gold, probabilities);
    }

    private static boolean[] isPositive(int[] gold) {
        boolean[] is = new boolean[gold.length];
        IntStream.range(0, is.length).forEach(i -> is[i] = gold[i] == POSITIVE);
        return is;
    }

    private static double[] ofPositive(double[][] probabilities) {
        return IntStream.range(0, probabilities.length)
                .mapToDouble(i -> probabilities[i][POSITIVE])
                .toArray();
    }
}
