package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of one block.
 *
 * @param attentionNorm gain [width]
 * @param queryKeyValue three layers side by side: width to heads * headSize, and twice to keyValueHeads * headSize
 * @param attentionOutput heads * headSize to width
 * @param feedForwardNorm gain [width]
 * @param router width to the number of experts; null without experts
 * @param feedForward the experts, or the one feed-forward layer
 */
record LayerWeights(
        float[] attentionNorm,
        PackedMatrix queryKeyValue,
        PackedMatrix attentionOutput,
        float[] feedForwardNorm,
        @Nullable PackedMatrix router,
        List<FeedForwardWeights> feedForward) {}
