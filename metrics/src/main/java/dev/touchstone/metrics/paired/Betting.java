package dev.touchstone.metrics.paired;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A paired test that may be looked at after each item, and stopped as soon as it has decided. Call {@link #worse} or {@link #notWorse} after any
 * number of items; the evidence of the best of all looks may be used.
 *
 * <p>Each item is a bet against a claim. The drop x of an item is 1 when it was lost, -1 when gained, 0 otherwise. Who starts with 1 and bets a
 * share s on a drop above d has the product over items of 1 + s (x - d). If the true drop is at most d, no way of betting gains on average, so the
 * chance to ever hold 1 / level or more is at most the level (Ville, 1939). The stake is spread evenly over 128 shares between 0 and the most that
 * can't ruin, 1 / (1 + d), so the product needs no guess of the effect; and because it is a sum of products of counts, the order of the items
 * does not matter.
 *
 * <ul>
 *   <li>betting: Waudby-Smith, Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86, 2024 (arXiv:2010.09686); mixtures of
 *       shares: Orabona, Jun, "Tight concentrations and confidence sequences from the regret of universal portfolio" (arXiv:2110.14099)
 *   <li>for d = 0 and ever finer shares this is the Beta mixture over P(lost | flipped) above 1/2: 2^m times the integral of p^b (1 - p)^c
 *   <li>the items must come in random order, or be a sample: a file that begins with the hard ones would decide before its end
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Betting {

    /** Twice as many change the logarithm of evidence that speaks for the claim by less than 0.01 up to 10,000 flips. */
    private static final int SHARES = 128;

    private Betting() {}

    /**
     * Evidence that the drop is above a margin: natural logarithm of what a bet of 1 has become. 0 without items.
     *
     * @param drop the margin, above -1 and below 1; 0 asks whether the candidate is worse at all
     */
    public static double worse(PairedOutcomes outcomes, double drop) {
        requireDrop(drop);
        return logWealth(outcomes, share -> share / (1 + drop), drop);
    }

    /** Evidence that the drop is below a margin; otherwise as {@link #worse}. */
    public static double notWorse(PairedOutcomes outcomes, double drop) {
        requireDrop(drop);
        return logWealth(outcomes, share -> -share / (1 - drop), drop);
    }

    /** The logarithm that decides at a level: the chance that the evidence for a false claim ever reaches it is at most the level. */
    public static double decisive(double level) {
        return -StrictMath.log(level);
    }

    /** An upper bound of the drop; the true one is below all such bounds of a run together with at least that confidence. */
    public static double upperBound(PairedOutcomes outcomes, double confidence) {
        return crossing(drop -> notWorse(outcomes, drop), decisive(1 - confidence));
    }

    /** A lower bound of the drop; otherwise as {@link #upperBound}. */
    public static double lowerBound(PairedOutcomes outcomes, double confidence) {
        return crossing(drop -> -worse(outcomes, drop), -decisive(1 - confidence));
    }

    private static double logWealth(PairedOutcomes outcomes, DoubleUnaryOperator stake, double drop) {
        double[] logs = new double[SHARES];
        double same = outcomes.n() - outcomes.flips();
        for (int i = 0; i < SHARES; i++) {
            double share = stake.applyAsDouble((i + 0.5) / SHARES);
            logs[i] = outcomes.lost() * StrictMath.log1p(share * (1 - drop))
                    + outcomes.gained() * StrictMath.log1p(share * (-1 - drop))
                    + same * StrictMath.log1p(-share * drop);
        }
        return logMean(logs);
    }

    private static double logMean(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - largest);
        }
        return largest + StrictMath.log(sum / logs.length);
    }

    private static double crossing(DoubleUnaryOperator rising, double value) {
        double low = -1;
        double high = 1;
        while (high - low > 1e-8) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void requireDrop(double drop) {
        if (!(drop > -1 && drop < 1)) {
            throw new IllegalArgumentException(
                    "the drop is " + drop + "; it must be between -1 and 1, such as 0.02 for 2 points");
        }
    }
}
