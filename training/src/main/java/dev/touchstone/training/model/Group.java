package dev.touchstone.training.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is trained, grouped by shape: matrices of one shape from all layers are one array, so that an optimizer treats them in one go. Letters as
 * in {@link ModelShape}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public enum Group {
    /** Embedding and output matrix [V, W]. */
    EMBEDDING,
    /** Gains of the norms [2L + 1, W]: before attention and before feed-forward of each layer, then the last. */
    GAINS,
    /** Query and attention-output matrices [2L, W, W]. */
    ATTENTION,
    /** Key and value matrices [2L, G x D, W]. */
    KEY_VALUE,
    /** Gate, up and transposed down matrices [3L, F, W]. */
    FEED_FORWARD;

    /** Matrices that each layer has in this group. */
    public int matricesPerLayer() {
        return switch (this) {
            case ATTENTION, KEY_VALUE -> 2;
            case FEED_FORWARD -> 3;
            case EMBEDDING, GAINS -> 0;
        };
    }

    /** The array's dimensions. */
    public long[] dimensions(ModelShape shape) {
        long width = shape.width();
        return switch (this) {
            case EMBEDDING -> new long[] {shape.vocabulary(), width};
            case GAINS -> new long[] {2L * shape.layers() + 1, width};
            case ATTENTION -> new long[] {2L * shape.layers(), width, width};
            case KEY_VALUE -> new long[] {2L * shape.layers(), shape.keyValueRows(), width};
            case FEED_FORWARD -> new long[] {3L * shape.layers(), shape.feedForward(), width};
        };
    }

    /** Number of elements of the array. */
    public int size(ModelShape shape) {
        long size = 1;
        for (long dimension : dimensions(shape)) {
            size *= dimension;
        }
        return Math.toIntExact(size);
    }
}
