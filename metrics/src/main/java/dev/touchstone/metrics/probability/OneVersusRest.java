package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Inputs;

/**
 * ROC AUC of several classes. The standard error is that of the infinitesimal jackknife (Efron, "The jackknife, the bootstrap and other
 * resampling plans", 1982, chapter 6): with the influence u of each item on the area A of a class with share w,
 *
 * <pre>
 * u = (V10 - A) / w         for an item of the class   (V10, V01: DeLong's structural components)
 * u = (V01 - A) / (1 - w)   for any other
 * </pre>
 *
 * <p>the influence on the macro average is the mean of the u; on the weighted average sum(w A) it is sum(w u) + A(class of the item) - sum(w A). The
 * standard error is sqrt( sum(influence^2) / (n (n - 1)) ).
 */
final class OneVersusRest {

    private OneVersusRest() {}

    static Estimate of(int[] gold, double[][] scores, boolean weighted) {
        Inputs.requireSameLength("gold", gold.length, "scores", scores.length);
        int n = gold.length;
        if (n == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        int classes = scores[0].length;
        Inputs.requireLabels("gold", gold, classes);
        double[] influence = new double[n];
        double[] areas = new double[classes];
        double value = 0;
        for (int label = 0; label < classes; label++) {
            Ranking ranking = Ranking.of(isLabel(gold, label), column(scores, label, classes));
            if (ranking.positive == 0 || ranking.negative == 0) {
                return Estimate.undefined(
                        n,
                        "ROC AUC is undefined: " + (ranking.positive == 0 ? "no" : "every") + " item has gold label "
                                + label);
            }
            areas[label] = RocAuc.value(ranking);
            double weight = weighted ? (double) ranking.positive / n : 1.0 / classes;
            value += weight * areas[label];
            addInfluence(influence, ranking, gold, label, weight * n, areas[label]);
        }
        for (int i = 0; weighted && i < n; i++) {
            influence[i] += areas[gold[i]] - value;
        }
        return RocAuc.onLogitScale(value, Math.sqrt(squares(influence) / (n * (n - 1.0))), n);
    }

    private static void addInfluence(
            double[] influence, Ranking ranking, int[] gold, int label, double weight, double area) {
        double[] ofPositive = ranking.placements(true);
        double[] ofNegative = ranking.placements(false);
        for (int i = 0; i < influence.length; i++) {
            int place = ranking.placeOfItem[i];
            influence[i] += gold[i] == label
                    ? weight * (ofPositive[place] - area) / ranking.positive
                    : weight * (ofNegative[place] - area) / ranking.negative;
        }
    }

    private static boolean[] isLabel(int[] gold, int label) {
        boolean[] is = new boolean[gold.length];
        for (int i = 0; i < gold.length; i++) {
            is[i] = gold[i] == label;
        }
        return is;
    }

    private static double[] column(double[][] scores, int label, int classes) {
        double[] column = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            Inputs.requireSameLength("row 0", classes, "row " + i, scores[i].length);
            column[i] = scores[i][label];
        }
        return column;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
