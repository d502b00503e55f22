package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a model computes. None of it changes a result.
 *
 * @param threads number of threads, at least 1
 * @param simd which of its kernels a model on the JVM may use
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ModelOptions(int threads, Simd simd) {

    public ModelOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
    }

    /** All cores, and the fastest kernels that the JVM offers. */
    public static ModelOptions defaults() {
        return new ModelOptions(Runtime.getRuntime().availableProcessors(), Simd.AUTO);
    }

    /** Which kernels may be used. */
    public enum Simd {
        /** Vector kernels where the JVM has them, else scalar ones. */
        AUTO,
        /** The plain loops that define the result. */
        SCALAR
    }
}
