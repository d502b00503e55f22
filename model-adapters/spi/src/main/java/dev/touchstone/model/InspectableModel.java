package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model that can be looked into, so that its computation can be checked and not only its answers. Implement this instead of
 * {@link LanguageModel} for a Llama-style decoder that runs in this process; the suite {@code sanity} skips what needs it for all others.
 *
 * <p>Nothing here may be {@code null}. Each call computes anew: what an earlier call or request left in a cache is not used, so that two
 * results that are equal were computed twice. Positions may go beyond the context length by the caller's choice only. Safe for use by
 * several threads, which may have to wait for each other.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface InspectableModel extends LanguageModel {

    /** What the configuration says. */
    DecoderShape shape();

    /** What was really loaded; an implementation must count it and not derive it from {@link #shape}. */
    DecoderCounts counts();

    /**
     * The largest relative error that storing a result of an operator makes, such as 2^-8 where bfloat16 is stored: half a step of the narrowest
     * type. 2^-24, fp32's, unless overridden.
     */
    default double roundoff() {
        return 0x1p-24;
    }

    /** The tokenizer that requests are encoded with. */
    Tokenizer tokenizer();

    /**
     * The logits after each token, by the code that answers requests.
     *
     * @param feed at most {@link DecoderShape#contextLength} tokens
     * @return [tokens, logits], of which there should be {@link DecoderShape#vocabulary}
     * @throws ModelException if a token is not in the vocabulary or there are too many
     */
    float[][] logits(TokenFeed feed);

    /**
     * The attention scores q k / sqrt(headSize) of the first query head of the first block, before mask and softmax, with queries and
     * keys as attention sees them.
     *
     * @param feed at most {@link DecoderShape#contextLength} tokens; how they are parted does not matter
     * @return [tokens, tokens]: row by the query's token, column by the key's
     */
    double[][] attentionScores(TokenFeed feed);

    /**
     * A model of the same kind with random weights, as training would begin with, computed by the same code. It has this model's vocabulary
     * and otherwise its shape, with fewer layers or a smaller width where that would take too much memory.
     *
     * @param seed the same seed gives the same weights
     * @return a model that the caller closes
     */
    InspectableModel untrained(long seed);
}
