package dev.touchstone.hardware;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a device would have to compute: a Llama-style decoder, and prompts.
 *
 * @param layers L
 * @param width W
 * @param heads H query heads
 * @param keyValueHeads G
 * @param headSize D
 * @param feedForward F
 * @param vocabulary V
 * @param weightBytes of the model in the precision, measured
 * @param tokens T of the longest prompt with what is scored after it
 * @param batch prompts at once
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Workload(
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int headSize,
        int feedForward,
        int vocabulary,
        long weightBytes,
        int tokens,
        int batch) {

    /** Weights that each token is multiplied with: L (2 W H D + 2 W G D + 3 W F) + V W. */
    double multipliedWeights() {
        double attention = 2.0 * width * heads * headSize + 2.0 * width * keyValueHeads * headSize;
        return layers * (attention + 3.0 * width * feedForward) + (double) vocabulary * width;
    }

    /** Multiplications and additions of scores and values, of a token that sees {@code seen}: 4 L H D seen. */
    double attentionOperations(double seen) {
        return 4.0 * layers * heads * headSize * seen;
    }

    /** Keys and values of one token in all layers: 2 L G D numbers. */
    long cacheNumbers() {
        return 2L * layers * keyValueHeads * headSize;
    }
}
