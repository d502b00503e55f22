package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import java.util.function.ToDoubleFunction;

/** Averages of a label's metric over the labels, and their bootstrap. */
final class Averages {

    static final String NO_ITEM = "no item was evaluated";

    private Averages() {}

    /** Every label counts the same. */
    static Estimate macro(LabelMetric metric, Confusion confusion, Bootstrap bootstrap) {
        return average(metric, confusion, bootstrap, false);
    }

    /** Each label counts as often as it is the gold label. */
    static Estimate weighted(LabelMetric metric, Confusion confusion, Bootstrap bootstrap) {
        return average(metric, confusion, bootstrap, true);
    }

    private static Estimate average(LabelMetric metric, Confusion confusion, Bootstrap bootstrap, boolean weighted) {
        for (int label = 0; label < confusion.labels(); label++) {
            boolean counts = !weighted || confusion.gold(label) > 0;
            if (confusion.n() > 0 && counts && Double.isNaN(metric.of(confusion, label))) {
                return Estimate.undefined(confusion.n(), metric.whyUndefined(label));
            }
        }
        return estimate(confusion, bootstrap, counts -> average(metric, counts, weighted));
    }

    private static double average(LabelMetric metric, Confusion confusion, boolean weighted) {
        double sum = 0;
        for (int label = 0; label < confusion.labels(); label++) {
            int weight = weighted ? confusion.gold(label) : 1;
            if (weight > 0) {
                sum += weight * metric.of(confusion, label);
            }
        }
        return sum / (weighted ? confusion.n() : confusion.labels());
    }

    /** The metric, defined for these items, with its bootstrap. */
    static Estimate estimate(Confusion confusion, Bootstrap bootstrap, ToDoubleFunction<Confusion> metric) {
        if (confusion.n() == 0) {
            return Estimate.undefined(0, NO_ITEM);
        }
        int[] cellOfItem = confusion.cellOfEachItem();
        int labels = confusion.labels();
        return bootstrap.percentile(
                metric.applyAsDouble(confusion),
                confusion.n(),
                drawn -> metric.applyAsDouble(new Confusion(labels, count(drawn, cellOfItem, labels))));
    }

    private static int[] count(int[] drawn, int[] cellOfItem, int labels) {
        int[] cells = new int[labels * (labels + 1)];
        for (int item : drawn) {
            cells[cellOfItem[item]]++;
        }
        return cells;
    }
}
