package dev.touchstone.metrics.paired;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a regression test can see: McNemar's exact one-sided test, which also wants the observed drop above a margin. Call {@link #of}, then ask for
 * the power, the smallest drop that is seen, or the items needed.
 *
 * <p>Letters: n items; f share of flips; d true drop in accuracy, so that (f + d) / 2 of the items are lost and (f - d) / 2 gained. Flips can't be
 * rarer than the drop, so f is raised to d.
 *
 * <ul>
 *   <li>power: sum over m of P(Binomial(n, f) = m) P(Binomial(m, (f + d) / 2 f) at least k), k the smallest loss among m flips that the test
 *       rejects; exact (Duffy, "Asymptotic and exact power for the McNemar test and its analogue with R controls per case", Biometrics 40, 1984)
 *   <li>smallest drop: the one that is seen with the wanted power, by halving
 *   <li>items: from (z(level) sqrt(f) + z(power) sqrt(f - d^2))^2 / d^2 (Miettinen, "The matched pairs design in the case of all-or-none
 *       responses", Biometrics 24, 1968) up by 1 % until the exact power suffices; above 50,000 items the formula alone. Without a margin also the
 *       items with which an equally good candidate's drop is shown to be below d
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PairedPower {

    /** Chances below this change no digit that is read. */
    private static final double NEGLIGIBLE = 1e-10;

    /** Above this the normal distribution is exact enough, and counting slow. */
    private static final int MOST_FOR_EXACT = 50_000;

    private final double level;
    private final double margin;

    private PairedPower(double level, double margin) {
        this.level = level;
        this.margin = margin;
    }

    /**
     * For a test.
     *
     * @param level its significance level, above 0 and at most 0.5
     * @param margin the drop that the observed one must be above, at least 0
     */
    public static PairedPower of(double level, double margin) {
        if (!(level > 0 && level <= 0.5) || !(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("the level is " + level + " and the margin " + margin
                    + "; the level must be above 0 and at most 0.5, the margin from 0 to below 1");
        }
        return new PairedPower(level, margin);
    }

    /**
     * The chance that the test fails a candidate.
     *
     * @param n items, at least 0
     * @param flips share of flips, from 0 to 1
     * @param drop true drop, from 0 to 1
     */
    public double power(int n, double flips, double drop) {
        requireShares(flips, drop);
        double share = Math.max(flips, drop);
        if (share == 0) {
            return 0;
        }
        BinomialDistribution count = BinomialDistribution.of(n, share);
        int from = count.inverseCumulativeProbability(NEGLIGIBLE);
        int to = count.inverseSurvivalProbability(NEGLIGIBLE);
        double power = 0;
        for (int m = from; m <= to; m++) {
            power += count.probability(m) * powerOf(m, n, Math.min(1, (share + drop) / (2 * share)));
        }
        return Math.min(1, power);
    }

    private double powerOf(int m, int n, double lost) {
        int needed = leastLoss(m, n);
        return needed > m ? 0 : BinomialDistribution.of(m, lost).survivalProbability(needed - 1);
    }

    /** The fewest lost of m flips at which the test fails; m + 1 when not even all. */
    private int leastLoss(int m, int n) {
        int significant = m == 0 ? 1 : BinomialDistribution.of(m, 0.5).inverseSurvivalProbability(level) + 1;
        int aboveMargin = (int) Math.floor((m + n * margin) / 2) + 1;
        return Math.max(significant, aboveMargin);
    }

    /** The smallest drop that is seen with that power; empty when not even a drop of everything is. */
    public OptionalDouble smallestDrop(int n, double flips, double wantedPower) {
        if (power(n, flips, 1) < wantedPower) {
            return OptionalDouble.empty();
        }
        double low = 0;
        double high = 1;
        while (high - low > 1e-5) {
            double middle = (low + high) / 2;
            if (power(n, flips, middle) < wantedPower) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /** About how many items it takes to see that drop with that power; empty when no number does: the drop is not above the margin. */
    public OptionalInt itemsNeeded(double flips, double drop, double wantedPower) {
        requireShares(flips, drop);
        if (!(drop > margin)) {
            return OptionalInt.empty();
        }
        double share = Math.max(flips, drop);
        double needed = Math.max(significant(share, drop, wantedPower), aboveMargin(share, drop, wantedPower));
        if (needed > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        int n = (int) Math.ceil(0.8 * needed);
        while (n < MOST_FOR_EXACT && power(n, flips, drop) < wantedPower) {
            n += Math.max(1, n / 100);
        }
        return OptionalInt.of(n < MOST_FOR_EXACT ? n : (int) Math.ceil(Math.max(n, needed)));
    }

    private double significant(double share, double drop, double wantedPower) {
        double root = z(1 - level) * Math.sqrt(share) + z(wantedPower) * Math.sqrt(share - drop * drop);
        return root * root / (drop * drop);
    }

    private double aboveMargin(double share, double drop, double wantedPower) {
        double root = Math.max(0, z(wantedPower)) * Math.sqrt(share - drop * drop) / (drop - margin);
        return root * root;
    }

    private static double z(double probability) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
    }

    private static void requireShares(double flips, double drop) {
        if (!(flips >= 0 && flips <= 1) || !(drop >= 0 && drop <= 1)) {
            throw new IllegalArgumentException(
                    "the share of flips is " + flips + " and the drop " + drop + "; both must be from 0 to 1");
        }
    }
}
