package dev.touchstone.model;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a model computes. Only precision, calibration and, in the last bits, attention change a result.
 *
 * @param threads number of threads, at least 1
 * @param simd which of its kernels a model on the JVM may use
 * @param attention how attention is computed
 * @param cacheBytes most memory that a model on the JVM may take for what it keeps of computed tokens, at least 1
 * @param precision how weights are held and computed with, accepted by {@link ModelProvider#checkPrecision}
 * @param calibration texts like those that the model will see, of which a precision that {@link ModelProvider#needsCalibration} looks at the first ones;
 *     empty where none does
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ModelOptions(
        int threads, Simd simd, Attention attention, long cacheBytes, String precision, List<String> calibration) {

    /** The precision of the weights as they are stored. */
    public static final String NATIVE = "native";

    public ModelOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
        if (cacheBytes < 1) {
            throw new IllegalArgumentException("cacheBytes must be at least 1, but is " + cacheBytes);
        }
        calibration = List.copyOf(calibration);
    }

    /** With {@link #defaultCacheBytes}, and weights as they are stored. */
    public ModelOptions(int threads, Simd simd) {
        this(threads, simd, defaultCacheBytes());
    }

    /** With weights as they are stored. */
    public ModelOptions(int threads, Simd simd, long cacheBytes) {
        this(threads, simd, Attention.AUTO, cacheBytes, NATIVE, List.of());
    }

    /** The same in another precision. */
    public ModelOptions in(String otherPrecision) {
        return new ModelOptions(threads, simd, attention, cacheBytes, otherPrecision, calibration);
    }

    /** The same with another way of attention. */
    public ModelOptions with(Attention other) {
        return new ModelOptions(threads, simd, other, cacheBytes, precision, calibration);
    }

    /** The same with texts to look at before quantizing. */
    public ModelOptions calibratedWith(List<String> texts) {
        return new ModelOptions(threads, simd, attention, cacheBytes, precision, texts);
    }

    /** A quarter of the largest heap that the JVM was started for. */
    public static long defaultCacheBytes() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    /** All cores, the fastest kernels that the JVM offers, {@link #defaultCacheBytes}, and weights as they are stored. */
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

    /** How scores, softmax and values are put together. */
    public enum Attention {
        /** The model's choice. */
        AUTO,
        /** All scores of a position, then their softmax, then the values. */
        STANDARD,
        /** Tile by tile with a running softmax, so that memory beside keys and values does not grow with the context. */
        FLASH
    }
}
