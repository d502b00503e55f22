package dev.touchstone.gate;

import dev.touchstone.metrics.Divergence;
import java.util.Comparator;
import java.util.List;

/**
 * How far the probabilities of an item's choices are from the baseline's: KL(baseline, this run) in nats. Choices' probabilities are their shares, the
 * softmax of their log-likelihoods, as reports show them.
 */
final class ChoiceDivergence {

    private ChoiceDivergence() {}

    /**
     * Of each pair whose items have choices with log-likelihoods.
     *
     * @throws ComparisonRefused if a choice is impossible in this run and was not in the baseline: the divergence is infinite, and there is no mean
     */
    static double[] of(Pairs pairs) {
        Pairs chosen = pairs.with(item -> hasProbabilities(item) ? 0 : Double.NaN);
        double[] each = new double[chosen.baseline().size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = of(chosen.baseline().get(i), chosen.candidate().get(i));
        }
        return each;
    }

    private static double of(ItemSummary before, ItemSummary after) {
        if (before.loglikelihoods().size() != after.loglikelihoods().size()) {
            throw new ComparisonRefused(
                    "item " + after.id() + " has " + after.loglikelihoods().size() + " choices, and in the baseline "
                            + before.loglikelihoods().size());
        }
        double divergence = Divergence.kl(logShares(before.loglikelihoods()), logShares(after.loglikelihoods()));
        if (Double.isInfinite(divergence)) {
            throw new ComparisonRefused("a choice of item " + after.id()
                    + " has probability 0, and had not in the baseline, so the divergence is infinite");
        }
        return divergence;
    }

    private static boolean hasProbabilities(ItemSummary item) {
        return item.loglikelihoods().size() > 1
                && item.loglikelihoods().stream().anyMatch(Double::isFinite);
    }

    private static double[] logShares(List<Double> loglikelihoods) {
        double most = loglikelihoods.stream().max(Comparator.naturalOrder()).orElseThrow();
        double sum = loglikelihoods.stream()
                .mapToDouble(value -> StrictMath.exp(value - most))
                .sum();
        return loglikelihoods.stream()
                .mapToDouble(value -> value - most - StrictMath.log(sum))
                .toArray();
    }
}
