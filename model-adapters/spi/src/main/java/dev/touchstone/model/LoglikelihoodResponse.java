package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The answer to a {@link LoglikelihoodRequest}.
 *
 * @param loglikelihood ln P(continuation | context), natural logarithm, at most 0 but for rounding
 * @param greedy true when every token of the continuation is the most probable one at its place
 * @param contextTokens tokens the model saw before the first scored one, after truncation
 * @param continuationTokens tokens that were scored, at least 1
 * @param truncatedTokens tokens cut off the beginning of the context because it was too long; 0 if nothing was cut
 * @param computedTokens token positions that had to be computed for this response (shared ones are counted once, where first computed)
 * @param nanos time the model spent on this response, in nanoseconds; of steps that served several responses its part
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record LoglikelihoodResponse(
        double loglikelihood,
        boolean greedy,
        int contextTokens,
        int continuationTokens,
        int truncatedTokens,
        int computedTokens,
        long nanos) {}
