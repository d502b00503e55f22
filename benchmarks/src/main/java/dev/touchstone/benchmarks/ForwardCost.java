package dev.touchstone.benchmarks;

import dev.touchstone.reference.tensor.LlamaConfig;

/**
 * Floating-point operations of a forward pass without logits: two for each weight of the blocks' matrices and position, and in attention
 * four for each query head's element and visible position (scores and weighted sum). Norms, softmax and activations are not counted.
 */
final class ForwardCost {

    private final double weights;
    private final double perVisiblePosition;

    ForwardCost(LlamaConfig config) {
        double queries = (double) config.heads() * config.headSize();
        double keys = (double) config.keyValueHeads() * config.headSize();
        double attention = config.width() * (2 * queries + 2 * keys);
        weights = config.layers() * (attention + 3.0 * config.width() * config.feedForward());
        perVisiblePosition = 4.0 * config.layers() * queries;
    }

    /** Operations for {@code count} positions from {@code position} on; position p sees p + 1 positions. */
    double flops(int position, int count) {
        double visible = count * (position + (count + 1) / 2.0);
        return 2 * weights * count + perVisiblePosition * visible;
    }
}
