package dev.touchstone.training.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The shape of a Llama-style decoder with tied embeddings, RMSNorm, rotary positions, grouped-query attention and SwiGLU.
 *
 * @param vocabulary V, number of tokens
 * @param width W, size of the residual stream
 * @param layers L, number of blocks
 * @param heads H, query heads; each has D = W / H elements, an even number
 * @param keyValueHeads G, key and value heads; H is a multiple of G
 * @param feedForward F, size of the feed-forward's inner layer
 * @param context longest sequence, in tokens
 * @param ropeTheta base of the rotary frequencies
 * @param rmsEpsilon added to the mean square in RMSNorm
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ModelShape(
        int vocabulary,
        int width,
        int layers,
        int heads,
        int keyValueHeads,
        int feedForward,
        int context,
        double ropeTheta,
        double rmsEpsilon) {

    /** Checks that heads divide what they must. */
    public ModelShape {
        if (width % heads != 0 || width / heads % 2 != 0) {
            throw new IllegalArgumentException("width " + width + " can't be cut into " + heads
                    + " heads of an even size; take a width that is an even multiple of the heads");
        }
        if (heads % keyValueHeads != 0) {
            throw new IllegalArgumentException("heads (" + heads + ") are no multiple of key-value heads ("
                    + keyValueHeads + "); take a divisor of the heads");
        }
    }

    /** The built-in model: 2.8 million parameters with 4,096 tokens. */
    public static ModelShape builtIn(int vocabulary) {
        return new ModelShape(vocabulary, 192, 5, 4, 2, 512, 1024, 10_000, 1e-5);
    }

    /** D, size of a head. */
    public int headSize() {
        return width / heads;
    }

    /** Rows of a key or value matrix: G x D. */
    public int keyValueRows() {
        return keyValueHeads * headSize();
    }

    /** Number of trained numbers, tied ones counted once. */
    public long parameters() {
        long attention = 2L * width * width + 2L * keyValueRows() * width;
        long norms = (2L * layers + 1) * width;
        return (long) vocabulary * width + layers * (attention + 3L * feedForward * width) + norms;
    }
}
