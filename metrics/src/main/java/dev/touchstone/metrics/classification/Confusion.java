package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.Inputs;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How often each gold label was answered with each label: the confusion matrix. Make one with {@link #of}. An item without an answer counts in a
 * column of its own: it is a miss for its gold label and a false alarm for none. Items that could not be evaluated must be left out.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Confusion {

    /** The predicted label of an item from which no answer could be read. */
    public static final int NO_ANSWER = -1;

    private final int labels;
    private final int n;
    /** [labels][labels + 1], rows gold, the last column for no answer. */
    private final int[] cells;

    private final int[] gold;
    private final int[] predicted;

    Confusion(int labels, int[] cells) {
        this.labels = labels;
        this.cells = cells;
        this.gold = new int[labels];
        this.predicted = new int[labels + 1];
        int sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            gold[cell / (labels + 1)] += cells[cell];
            predicted[cell % (labels + 1)] += cells[cell];
            sum += cells[cell];
        }
        this.n = sum;
    }

    /**
     * Counts the items.
     *
     * @param gold [items] right labels, 0 to labels - 1
     * @param predicted [items] answered labels, 0 to labels - 1, or {@link #NO_ANSWER}
     * @param labels number of labels, at least 2
     */
    public static Confusion of(int[] gold, int[] predicted, int labels) {
        if (labels < 2) {
            throw new IllegalArgumentException("labels is " + labels + "; there must be at least 2 to be confused");
        }
        Inputs.requireSameLength("gold", gold.length, "predicted", predicted.length);
        Inputs.requireLabels("gold", gold, labels);
        int[] cells = new int[labels * (labels + 1)];
        for (int i = 0; i < gold.length; i++) {
            if (predicted[i] < NO_ANSWER || predicted[i] >= labels) {
                throw new IllegalArgumentException("predicted " + i + " of " + predicted.length + " is " + predicted[i]
                        + "; the labels are 0 to " + (labels - 1) + ", and -1 for no answer");
            }
            cells[gold[i] * (labels + 1) + (predicted[i] == NO_ANSWER ? labels : predicted[i])]++;
        }
        return new Confusion(labels, cells);
    }

    /** Number of labels. */
    public int labels() {
        return labels;
    }

    /** Number of items. */
    public int n() {
        return n;
    }

    /** Items with this gold label that were answered so; {@link #NO_ANSWER} for those without an answer. */
    public int count(int gold, int predicted) {
        requireLabel(gold);
        if (predicted != NO_ANSWER) {
            requireLabel(predicted);
        }
        return cells[gold * (labels + 1) + (predicted == NO_ANSWER ? labels : predicted)];
    }

    /** Items with this gold label. */
    public int gold(int label) {
        requireLabel(label);
        return gold[label];
    }

    /** Items answered with this label. */
    public int predicted(int label) {
        requireLabel(label);
        return predicted[label];
    }

    /** Items from which an answer could be read. */
    public int answered() {
        return n - predicted[labels];
    }

    /** Items answered with their gold label. */
    public int correct() {
        int sum = 0;
        for (int label = 0; label < labels; label++) {
            sum += cells[label * (labels + 1) + label];
        }
        return sum;
    }

    /** Largest over smallest number of items of a gold label: 1 is balanced, infinite when a label has no item; NaN without items. */
    public double imbalance() {
        int smallest = Arrays.stream(gold).min().orElse(0);
        int largest = Arrays.stream(gold).max().orElse(0);
        return (double) largest / smallest;
    }

    /**
     * True when the accuracy alone misleads, because always answering the commonest label scores high: imbalance above 4, that is more than
     * 80 % for the commonest of two labels. Lead with {@link F1} or {@link Mcc} then.
     */
    public boolean isImbalanced() {
        return imbalance() > 4;
    }

    private void requireLabel(int label) {
        if (label < 0 || label >= labels) {
            throw new IllegalArgumentException("label " + label + " is not one of 0 to " + (labels - 1));
        }
    }

    /** [items] the cell of each item, in the order of the cells: all that a resample needs. */
    int[] cellOfEachItem() {
        int[] items = new int[n];
        int next = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            Arrays.fill(items, next, next + cells[cell], cell);
            next += cells[cell];
        }
        return items;
    }

    /** {@link #NO_ANSWER} is a label of its own here: answers by column, the last for no answer. */
    int[] answersByColumn() {
        return predicted;
    }
}
