package dev.touchstone.metrics.regression;

import dev.touchstone.metrics.Ranks;
import java.util.Arrays;

/**
 * Kendall's tau-b in O(n log n): Knight, "A computer method for calculating Kendall's tau with ungrouped data", JASA 61, 1966. Sorted by x, the
 * discordant pairs are the exchanges that a merge sort by y needs.
 */
final class KendallTau {

    private KendallTau() {}

    static double of(double[] x, double[] y) {
        int[] places = Ranks.dense(y, Ranks.distinct(y));
        long[] points = points(Ranks.dense(x, Ranks.distinct(x)), places);
        long pairs = pairs(x.length);
        long tiedX = ties(Arrays.stream(points).map(point -> point >>> 32).toArray());
        long tiedBoth = ties(points);
        int[] byX = Arrays.stream(points).mapToInt(point -> (int) point).toArray();
        long discordant = exchanges(byX, new int[byX.length], 0, byX.length);
        long tiedY = ties(Arrays.stream(byX).asLongStream().toArray());
        double concordantLessDiscordant = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
        return concordantLessDiscordant / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY);
    }

    /** Sorted by x, then y: x in the upper 32 bits, y in the lower. */
    private static long[] points(int[] x, int[] y) {
        long[] points = new long[x.length];
        Arrays.setAll(points, i -> (long) x[i] << 32 | y[i]);
        Arrays.sort(points);
        return points;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Pairs of equal values in a sorted array. */
    private static long ties(long[] sorted) {
        long ties = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                ties += pairs(i - start);
                start = i;
            }
        }
        return ties;
    }

    /** Sorts values from..to - 1 and counts the pairs that were in the wrong order; equal ones are in the right order. */
    private static long exchanges(int[] values, int[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = exchanges(values, scratch, from, middle) + exchanges(values, scratch, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || left < middle && values[left] <= values[right]) {
                scratch[i] = values[left++];
            } else {
                count += middle - left;
                scratch[i] = values[right++];
            }
        }
        System.arraycopy(scratch, from, values, from, to - from);
        return count;
    }
}
