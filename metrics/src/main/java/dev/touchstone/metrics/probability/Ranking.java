package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Ranks;

/** Items by score, ascending: items with equal scores share a place. Cut at each place, they give the ROC and precision-recall curves. */
final class Ranking {

    /** [places] the distinct scores, ascending. */
    final double[] scores;

    /** [items] */
    final int[] placeOfItem;

    /** [places] how many positive and negative items are there. */
    final int[] positives;

    final int[] negatives;
    final int positive;
    final int negative;

    private Ranking(double[] scores, int[] placeOfItem, boolean[] isPositive) {
        this.scores = scores;
        this.placeOfItem = placeOfItem;
        this.positives = new int[scores.length];
        this.negatives = new int[scores.length];
        int count = 0;
        for (int i = 0; i < isPositive.length; i++) {
            (isPositive[i] ? positives : negatives)[placeOfItem[i]]++;
            count += isPositive[i] ? 1 : 0;
        }
        this.positive = count;
        this.negative = isPositive.length - count;
    }

    static Ranking of(boolean[] isPositive, double[] scores) {
        Inputs.requireSameLength("positive", isPositive.length, "scores", scores.length);
        Inputs.requireFinite("score", scores);
        double[] distinct = Ranks.distinct(scores);
        return new Ranking(distinct, Ranks.dense(scores, distinct), isPositive);
    }

    int n() {
        return placeOfItem.length;
    }

    /**
     * [places] for an item at that place, the share of items of the other side that it is rightly ordered with, ties half: DeLong's structural
     * components V10 (negatives below a positive item) and V01 (positives above a negative item).
     */
    double[] placements(boolean ofPositive) {
        int[] others = ofPositive ? negatives : positives;
        double total = ofPositive ? negative : positive;
        double[] placements = new double[scores.length];
        int below = 0;
        for (int place = 0; place < placements.length; place++) {
            double share = (below + others[place] / 2.0) / total;
            placements[place] = ofPositive ? share : 1 - share;
            below += others[place];
        }
        return placements;
    }
}
