package dev.touchstone.reference.llama;

import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * A block's weights as they are read, before they are packed.
 *
 * @param attentionNorm gain [width]
 * @param attention query, key, value and output matrix
 * @param feedForwardNorm gain [width]
 * @param feedForward gate, up and down matrix
 */
record BlockTensors(float[] attentionNorm, List<Tensor> attention, float[] feedForwardNorm, List<Tensor> feedForward) {

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

    Tensor gate() {
        return feedForward.get(0);
    }

    Tensor up() {
        return feedForward.get(1);
    }

    Tensor down() {
        return feedForward.get(2);
    }
}
