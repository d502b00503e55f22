package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a share is really below or above a limit, and within what it lies, exactly by the binomial distribution. Call {@link #below}, {@link #above}
 * or {@link #clopperPearson}.
 *
 * <ul>
 *   <li>below: P(X at most successes), above: P(X at least successes), both with X from Binomial(n, limit): small when chance does not explain
 *       that a share of just the limit showed so few, or so many
 *   <li>interval: the limits at which these two are (1 - confidence) / 2 (Clopper, Pearson, "The use of confidence or fiducial limits", Biometrika
 *       26, 1934). It holds the truth at least that often for every n and share, and is wider than Wilson's, which does so on average
 * </ul>
 *
 * <p>No success: the interval begins at 0. Only successes: it ends at 1. n = 0: both p-values are 1 and the interval is 0 to 1.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ShareTest {

    private ShareTest() {}

    /** The p-value that speaks for a share below the limit when it is small. */
    public static double below(int successes, int n, double limit) {
        requireCounts(successes, n);
        return n == 0 ? 1 : BinomialDistribution.of(n, limit).cumulativeProbability(successes);
    }

    /** The p-value that speaks for a share above the limit when it is small. */
    public static double above(int successes, int n, double limit) {
        requireCounts(successes, n);
        return n == 0 ? 1 : BinomialDistribution.of(n, limit).survivalProbability(successes - 1);
    }

    /**
     * The interval, from 0 to 1.
     *
     * @param successes 0 to n
     * @param n number of items, at least 0
     * @param confidence above 0 and below 1, such as 0.95
     */
    public static Interval clopperPearson(int successes, int n, double confidence) {
        requireCounts(successes, n);
        double tail = (1 - confidence) / 2;
        double low = successes == 0 ? 0 : crossing(limit -> above(successes, n, limit), tail);
        double high = successes == n ? 1 : crossing(limit -> -below(successes, n, limit), -tail);
        return new Interval(low, high);
    }

    /** Where a rising function of a share crosses a value, to the last bit: halving ends when there is no number in between. */
    private static double crossing(DoubleUnaryOperator rising, double value) {
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (rising.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static void requireCounts(int successes, int n) {
        if (n < 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(
                    "successes is " + successes + " of " + n + " items; it must be between 0 and the number of items");
        }
    }
}
