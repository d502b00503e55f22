package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * How far a variant's distributions of the next token are from those of the run's first variant, at the scored positions of the same items. A position that
 * several choices share counts once. Right tokens are those of the gold choice, or of a text that is scored as a whole.
 *
 * @param baseline the suite under the first variant
 * @param candidate the suite under the other one
 * @param items that were compared
 * @param positions that were compared; of long texts possibly every second, fourth, ... one
 * @param divergence mean Kullback-Leibler divergence from baseline to candidate, in nats
 * @param percentiles of the divergence, by share: 0.5 is the median, 1 the largest; empty if undefined
 * @param sameTop share of positions where both find the same token most probable
 * @param logPerplexityRatio mean of ln P less ln P' of right tokens: the logarithm of the candidate's perplexity by the baseline's
 * @param gain mean of P' less P of right tokens
 * @param gainRms square root of the mean square of it; null if undefined
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record DistributionComparison(
        SuiteResult baseline,
        SuiteResult candidate,
        int items,
        int positions,
        Estimate divergence,
        Map<Double, Double> percentiles,
        Estimate sameTop,
        Estimate logPerplexityRatio,
        Estimate gain,
        @Nullable Double gainRms) {

    /** The candidate's perplexity by the baseline's; null if undefined. */
    public @Nullable Double perplexityRatio() {
        Double logarithm = logPerplexityRatio.value();
        return logarithm == null ? null : StrictMath.exp(logarithm);
    }
}
