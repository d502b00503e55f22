package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;

/**
 * The weights of a feed-forward layer: a block's only one, or one of its experts.
 *
 * @param gateUp two layers side by side: width to feedForward each
 * @param down feedForward to width
 */
record FeedForwardWeights(PackedMatrix gateUp, PackedMatrix down) {}
