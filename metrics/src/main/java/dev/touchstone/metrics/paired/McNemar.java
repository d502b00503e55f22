package dev.touchstone.metrics.paired;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether chance explains that one of two models got more of the same items right. Call {@link #exact}.
 *
 * <p>If the models are equally good each flip is a toss of a coin, so of the flips Binomial(flips, 1/2) are lost (McNemar, Psychometrika 12, 1947; exact
 * form as in Kübler and others, arXiv:2602.10144). Worse: P(at least as many lost); better: P(at least as many gained); two-sided: twice the smaller
 * one, at most 1 (statsmodels' {@code mcnemar(exact=True)}). Without a flip all three are 1: nothing speaks against equality.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class McNemar {

    private McNemar() {}

    /** The exact test; n of the result is the number of flips. */
    public static PairedTest exact(PairedOutcomes outcomes) {
        int flips = outcomes.flips();
        if (flips == 0) {
            return PairedTest.of(1, 1, 1, 0);
        }
        BinomialDistribution coins = BinomialDistribution.of(flips, 0.5);
        double worse = coins.survivalProbability(outcomes.lost() - 1);
        double better = coins.survivalProbability(outcomes.gained() - 1);
        return PairedTest.of(Math.min(1, 2 * Math.min(worse, better)), worse, better, flips);
    }
}
