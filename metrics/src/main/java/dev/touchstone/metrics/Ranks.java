package dev.touchstone.metrics;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Places of numbers among each other, with ties; O(n log n). */
@API(status = Status.INTERNAL, since = "0.1")
public final class Ranks {

    private Ranks() {}

    /** The distinct values, ascending; -0 is 0. */
    public static double[] distinct(double[] values) {
        // adding 0 turns -0 into 0, which sort and binarySearch would keep apart
        return Arrays.stream(values)
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * For each value its place among the distinct ones, from 0.
     *
     * @param distinct what {@link #distinct} gave
     */
    public static int[] dense(double[] values, double[] distinct) {
        int[] places = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = Arrays.binarySearch(distinct, values[i] + 0.0);
        }
        return places;
    }

    /** For each value its rank from 1, the mean rank for ties (midranks). */
    public static double[] mid(double[] values) {
        double[] distinct = distinct(values);
        int[] places = dense(values, distinct);
        int[] counts = new int[distinct.length];
        for (int place : places) {
            counts[place]++;
        }
        double[] rankOfPlace = new double[distinct.length];
        int before = 0;
        for (int place = 0; place < counts.length; place++) {
            rankOfPlace[place] = before + (counts[place] + 1) / 2.0;
            before += counts[place];
        }
        return Arrays.stream(places).mapToDouble(place -> rankOfPlace[place]).toArray();
    }
}
