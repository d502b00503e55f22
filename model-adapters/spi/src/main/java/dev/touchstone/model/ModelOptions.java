package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a model computes. Threads and kernels never change a result; the precision does.
 *
 * @param threads number of threads, at least 1
 * @param simd which of its kernels a model on the JVM may use
 * @param precision how weights are held and computed with, accepted by {@link ModelProvider#checkPrecision}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ModelOptions(int threads, Simd simd, String precision) {

    /** The precision of the weights as they are stored. */
    public static final String NATIVE = "native";

    public ModelOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
    }

    /** Weights as they are stored. */
    public ModelOptions(int threads, Simd simd) {
        this(threads, simd, NATIVE);
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
