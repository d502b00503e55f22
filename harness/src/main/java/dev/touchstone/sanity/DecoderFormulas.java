package dev.touchstone.sanity;

import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;

/**
 * Sizes and costs of a Llama-style decoder in closed form, in the letters of {@link DecoderShape}. Norms, softmax and activations are left out
 * of the operations, as is usual (Kaplan et al. 2020, section 2.1; Chowdhery et al. 2022, appendix B).
 */
final class DecoderFormulas {

    /** Bytes of a weight and of a cached number: fp32. */
    static final int BYTES = Float.BYTES;

    /** Weight, gradient and Adam's two moments, all fp32 (Rajbhandari et al. 2020, section 3.1, of training without mixed precision). */
    static final int ADAM_BYTES = 4 * Float.BYTES;

    private DecoderFormulas() {}

    /** Weights that each token is multiplied with: L (2 W H D + 2 W G D + 3 W F) + V W; with experts U 3 W F + E W for 3 W F. */
    static long multipliedWeights(DecoderShape s) {
        return multipliedWeights(s, Math.max(1, s.expertsUsed()));
    }

    private static long multipliedWeights(DecoderShape s, int feedForwards) {
        long width = s.width();
        long attention = 2 * width * s.heads() * s.headSize() + 2 * width * s.keyValueHeads() * s.headSize();
        long feedForward = feedForwards * 3 * width * s.feedForward() + s.experts() * width;
        return s.layers() * (attention + feedForward) + s.vocabulary() * width;
    }

    /** The same with all experts, with an embedding matrix of its own if it is not tied (V W), and 2 L + 1 gains (W each). */
    static long parameters(DecoderShape s) {
        long embedding = s.tiedEmbeddings() ? 0 : (long) s.vocabulary() * s.width();
        return multipliedWeights(s, Math.max(1, s.experts())) + embedding + (2L * s.layers() + 1) * s.width();
    }

    /** Keys and values kept for a token: 2 L G D. */
    static long cachedNumbers(DecoderShape s) {
        return 2L * s.layers() * s.keyValueHeads() * s.headSize();
    }

    /**
     * Operations for one token that sees {@code context} positions: 2 for each multiplied weight, and 4 L H D for each position (score and
     * weighted sum, a multiplication and an addition each).
     */
    static long flops(DecoderShape s, long context) {
        return 2 * multipliedWeights(s) + 4L * s.layers() * s.heads() * s.headSize() * context;
    }

    /** The same from what was counted: each cached number is multiplied and added for the H / G query heads that share it. */
    static long flops(DecoderCounts counts, DecoderShape s, long context) {
        return 2 * counts.multipliedWeights() + 2 * counts.cachedNumbers() * (s.heads() / s.keyValueHeads()) * context;
    }

    /** Bytes of weights and a full cache. */
    static long inferenceBytes(long parameters, long cachedNumbers, long context) {
        return BYTES * (parameters + cachedNumbers * context);
    }
}
