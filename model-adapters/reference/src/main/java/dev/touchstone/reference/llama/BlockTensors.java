package dev.touchstone.reference.llama;

import dev.touchstone.reference.quantization.FeedForwardChannels;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block's weights as they are read, before they are packed.
 *
 * @param attentionNorm gain [width]
 * @param attention query, key, value and output matrix
 * @param feedForwardNorm gain [width]
 * @param router [experts, width]; null without experts
 * @param feedForward gate, up and down matrix of each expert, or of the one feed-forward layer
 */
record BlockTensors(
        float[] attentionNorm,
        List<Tensor> attention,
        float[] feedForwardNorm,
        @Nullable Tensor router,
        List<FeedForwardChannels> feedForward) {

    Tensor query() {
        return attention.get(0);
    }

    Tensor key() {
        return attention.get(1);
    }

    Tensor value() {
        return attention.get(2);
    }

    Tensor output() {
        return attention.get(3);
    }
}
