package dev.touchstone.metrics;

import java.util.Arrays;
import java.util.Comparator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Holm's correction for several tests: the chance of even one false alarm stays at the level, whatever the tests have to do with each other. Call
 * {@link #adjust}.
 *
 * <p>The i-th smallest of m p-values (i from 1) is multiplied by m - i + 1, never below one that was smaller before, at most 1 (Holm, "A simple
 * sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979). Equal p-values stay equal. Of one test p is what
 * it was; of none there is none.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Holm {

    private Holm() {}

    /**
     * Adjusts p-values; each can then be compared with the level as if it were alone.
     *
     * @param p [tests] p-values from 0 to 1
     * @return [tests] adjusted ones, in the same order
     */
    public static double[] adjust(double... p) {
        Inputs.requireProbabilities("p-value", p);
        Integer[] ascending = new Integer[p.length];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> p[i]));
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }
}
