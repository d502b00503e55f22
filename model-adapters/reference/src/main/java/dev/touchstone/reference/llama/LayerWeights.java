package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;

/**
 * The weights of one block.
 *
 * @param attentionNorm gain [width]
 * @param queryKeyValue three layers side by side: width to heads * headSize, and twice to keyValueHeads * headSize
 * @param attentionOutput heads * headSize to width
 * @param feedForwardNorm gain [width]
 * @param gateUp two layers side by side: width to feedForward each
 * @param down feedForward to width
 */
record LayerWeights(
        float[] attentionNorm,
        PackedMatrix queryKeyValue,
        PackedMatrix attentionOutput,
        float[] feedForwardNorm,
        PackedMatrix gateUp,
        PackedMatrix down) {}
