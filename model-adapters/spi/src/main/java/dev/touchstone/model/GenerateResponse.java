package dev.touchstone.model;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The answer to a {@link GenerateRequest}.
 *
 * @param text what was generated, without control tokens and cut before the stop string; a leading space is kept
 * @param finish why it ends
 * @param contextTokens tokens the model saw before the first generated one, after truncation
 * @param generatedTokens tokens the model chose, those of the stop string and the end of sequence included
 * @param truncatedTokens tokens cut off the beginning of the context because it was too long; 0 if nothing was cut
 * @param computedTokens token positions that had to be computed for this response (shared ones are counted once, where first computed)
 * @param firstTokenNanos the part of {@code nanos} until the first token was chosen; empty if none was
 * @param nanos time the model spent on this response, in nanoseconds; of steps that served several responses its part
 * @param loglikelihood ln P(generated tokens | context), natural logarithm, under the model's own distribution, whatever the
 *     {@link Sampling}; 0 if no token was generated, NaN if the model doesn't tell
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record GenerateResponse(
        String text,
        Finish finish,
        int contextTokens,
        int generatedTokens,
        int truncatedTokens,
        int computedTokens,
        OptionalLong firstTokenNanos,
        long nanos,
        double loglikelihood) {

    /** Why a generated text ends. */
    public enum Finish {
        /** A stop string was generated. */
        STOP_STRING,
        /** The model chose its end-of-sequence token. */
        END_OF_SEQUENCE,
        /** As many tokens as were asked for. */
        MAX_TOKENS,
        /** The model's context was full before that; never of a model that cuts the context so that all tokens fit. */
        CONTEXT_FULL
    }
}
