package dev.touchstone.training.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights before training. Matrices that read the residual stream are normal with standard deviation 1 / sqrt(W); those that write to it
 * start at {@code outputScale} times that.
 *
 * @param seed of the random numbers
 * @param embeddingDeviation standard deviation of the embeddings
 * @param finalGain of the last norm; below 1 it keeps the first logits small when embeddings are large
 * @param outputScale 0 makes each block an identity at first
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Initialisation(long seed, double embeddingDeviation, double finalGain, double outputScale) {

    /** Small embeddings, final gain 1, blocks that are identities. */
    public static Initialisation plain(long seed) {
        return new Initialisation(seed, 0.02, 1, 0);
    }

    /** Large embeddings and a small final gain, with which a model learns earlier to bind an option to its letter. */
    public static Initialisation binding(long seed) {
        return new Initialisation(seed, 0.3, 0.1, 0);
    }
}
