package dev.touchstone.model;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The answer to a {@link RollingRequest}.
 *
 * @param loglikelihood ln P(text), natural logarithm, the sum over all its tokens; 0 for a text without tokens
 * @param tokens tokens of the text that were asked for, each scored exactly once unless the request cuts it into windows
 * @param windows parts that the text was scored in because of the model's limited context; 0 for a text without tokens
 * @param computedTokens token positions that had to be computed for this response (shared ones are counted once, where first computed)
 * @param windowLoglikelihoods ln P of what was scored of each window; empty unless the request says how the text is cut
 * @param nanos time the model spent on this response, in nanoseconds; of steps that served several responses its part
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RollingResponse(
        double loglikelihood,
        int tokens,
        int windows,
        List<Double> windowLoglikelihoods,
        int computedTokens,
        long nanos) {

    public RollingResponse {
        windowLoglikelihoods = List.copyOf(windowLoglikelihoods);
    }

    /** To a request that does not say how the text is cut. */
    public RollingResponse(double loglikelihood, int tokens, int windows, int computedTokens, long nanos) {
        this(loglikelihood, tokens, windows, List.of(), computedTokens, nanos);
    }
}
