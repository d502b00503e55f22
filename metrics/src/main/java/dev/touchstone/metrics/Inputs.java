package dev.touchstone.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What every metric asks of its arguments; each message says what is wrong, where, and what would be right. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Inputs {

    private Inputs() {}

    /** Refuses two arrays that don't have one entry each for the same items. */
    public static void requireSameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(first + " has " + firstLength + " entries and " + second + " has "
                    + secondLength + "; both must have one entry for each item, in the same order");
        }
    }

    /** Refuses NaN and infinities. */
    public static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " " + i + " of " + values.length + " is " + values[i]
                        + "; count an item without a number as an error and leave it out");
            }
        }
    }

    /** Refuses what is not from 0 to 1. */
    public static void requireProbabilities(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        what + " " + i + " of " + values.length + " is " + values[i] + "; it must be from 0 to 1");
            }
        }
    }

    /** Refuses a label that is not from 0 to classes - 1. */
    public static void requireLabels(String what, int[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(what + " " + i + " of " + labels.length + " is " + labels[i]
                        + "; the labels are 0 to " + (classes - 1));
            }
        }
    }

    /**
     * Refuses rows that are no distribution over the classes.
     *
     * @return the number of classes; 0 when there is no row
     */
    public static int requireDistributions(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            requireSameLength("row 0", rows[0].length, "row " + i, rows[i].length);
            requireProbabilities("row " + i + ": probability", rows[i]);
            double sum = 0;
            for (double probability : rows[i]) {
                sum += probability;
            }
            // float probabilities over a few classes sum to 1 within 1e-6; 1e-4 also lets rounded files through
            if (Math.abs(sum - 1) > 1e-4) {
                throw new IllegalArgumentException("the probabilities of row " + i + " of " + rows.length + " sum to "
                        + sum + "; they must sum to 1: divide each by the sum");
            }
        }
        return rows.length == 0 ? 0 : rows[0].length;
    }
}
