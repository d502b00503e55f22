package dev.touchstone.metrics.paired;

import dev.touchstone.metrics.RandomBits;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The paired permutation test: whether chance explains that one of two models scored higher on the same items, without assumptions about the scores.
 * Call {@link #test}.
 *
 * <p>If the models are equally good, the sign of each difference is a toss of a coin (Fisher, "The design of experiments", 1935, 21). With at most 20
 * differences other than 0, all 2^m signs are tried and p is exact: the share with a sum at least as extreme. With more, signs are drawn and p = (1 +
 * as extreme) / (1 + drawn), never 0 (Phipson, Smyth, "Permutation p-values should never be zero", 2010). Two-sided is twice the smaller side, at most
 * 1. Sums that differ by less than 1e-12 of the sum of absolute differences are equal: rounding must not break ties. Without any difference all three
 * are 1.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SignFlip {

    /** A million sums, about 10 ms. */
    private static final int MOST_FOR_EXACT = 20;

    /** The standard error of a p-value of 0.05 is then 0.002. */
    private static final int DRAWS = 10_000;

    private SignFlip() {}

    /**
     * The test; n of the result is the number of differences other than 0.
     *
     * @param baseline [items] finite scores
     * @param candidate [items] scores of the same items in the same order
     * @param seed any number; only used with more than 20 differences
     */
    public static PairedTest test(double[] baseline, double[] candidate, long seed) {
        double[] differences = Arrays.stream(PairedDifference.differences(baseline, candidate))
                .filter(difference -> difference != 0)
                .toArray();
        if (differences.length == 0) {
            return PairedTest.of(1, 1, 1, 0);
        }
        double observed = Arrays.stream(differences).sum();
        double equal = 1e-12 * Arrays.stream(differences).map(Math::abs).sum();
        boolean exact = differences.length <= MOST_FOR_EXACT;
        double[] sums = exact ? allSums(differences) : drawnSums(differences, seed);
        int one = exact ? 0 : 1;
        double high = (double) (one
                        + Arrays.stream(sums)
                                .filter(sum -> sum >= observed - equal)
                                .count())
                / (one + sums.length);
        double low = (double) (one
                        + Arrays.stream(sums)
                                .filter(sum -> sum <= observed + equal)
                                .count())
                / (one + sums.length);
        return PairedTest.of(Math.min(1, 2 * Math.min(low, high)), low, high, differences.length);
    }

    /** sums[signs]: bit i of signs set means difference i is taken as negative. Each sum is made from one with a bit less. */
    private static double[] allSums(double[] differences) {
        double[] sums = new double[1 << differences.length];
        sums[0] = Arrays.stream(differences).sum();
        for (int signs = 1; signs < sums.length; signs++) {
            int lowest = Integer.numberOfTrailingZeros(signs);
            sums[signs] = sums[signs & (signs - 1)] - 2 * differences[lowest];
        }
        return sums;
    }

    private static double[] drawnSums(double[] differences, long seed) {
        RandomBits random = RandomBits.seeded(seed);
        double[] sums = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            long bits = 0;
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                bits = (i & 63) == 0 ? random.next() : bits >>> 1;
                sum += (1 - 2 * (bits & 1)) * differences[i];
            }
            sums[draw] = sum;
        }
        return sums;
    }
}
