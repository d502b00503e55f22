package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The weights of {@link Panels#WIDTH} outputs in the form that they are held in, such as codes of 4 bits and scales. Immutable, and safe for use
 * by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface HeldPanel {

    /**
     * What inputs are multiplied with, as fp32: the weights, or their codes where {@link #scales} are applied to the sums.
     *
     * @param scratch room for [depth, {@link Panels#WIDTH}], which may be written to and be part of the result
     */
    Panels factors(Kernels kernels, float[] scratch);

    /** The codes that a product with a single row can be made of without unpacking; null where there are none. */
    default @Nullable CodePanel codes() {
        return null;
    }

    /** Whether {@link #factors} costs nothing. */
    default boolean isUnpacked() {
        return false;
    }

    /** What the sums of each output are multiplied with [{@link Panels#WIDTH}]; null where the factors are the weights. */
    float @Nullable [] scales();

    /**
     * Reads the weights of one output as fp32.
     *
     * @param output at least 0, below {@link Panels#WIDTH}
     * @param into [depth] from {@code at} on
     */
    void read(int output, float[] into, int at);

    /** Bytes that the weights take, padding and scales included. */
    long bytes();
}
