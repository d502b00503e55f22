package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Locale;

/** Tells before loading, not after minutes of it, that a model's weights do not fit in the JVM's heap. */
final class HeapCheck {

    private static final double GIBIBYTE = 1L << 30;

    /** Room for activations, cache and the rest of the program, as a multiple of the weights. */
    private static final double MARGIN = 1.3;

    private HeapCheck() {}

    static void require(LlamaConfig config, Precision precision, long heapBytes) {
        long bytes = bytes(config, precision);
        if (bytes > heapBytes) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "the weights take %.1f GiB as %s, but the JVM's heap is limited to %.1f GiB; start it with -Xmx%dg, or choose a"
                            + " smaller model",
                    bytes / GIBIBYTE,
                    precision.isExact() ? "fp32" : precision.name(),
                    heapBytes / GIBIBYTE,
                    (long) Math.ceil(bytes * MARGIN / GIBIBYTE)));
        }
    }

    /** About how many bytes the packed weights take. */
    static long bytes(LlamaConfig config, Precision precision) {
        return (long) (weights(config) * precision.weights().nominalBits() / Byte.SIZE);
    }

    /** Bytes of the packed weights in fp32. */
    static long bytes(LlamaConfig config) {
        return Float.BYTES * weights(config);
    }

    /** Packed weights, padding included; an embedding that is not the output matrix, too, hardly counts. */
    private static long weights(LlamaConfig config) {
        long queries = (long) config.heads() * config.headSize();
        long keys = Panels.padded(config.keyValueHeads() * config.headSize());
        long attention = (queries + 2 * keys) * config.width() + queries * Panels.padded(config.width());
        long feedForward = 2L * Panels.padded(config.feedForward()) * config.width()
                + (long) config.feedForward() * Panels.padded(config.width());
        long output = (long) Panels.padded(config.vocabulary()) * config.width();
        return config.layers() * (attention + config.experts().layers() * feedForward) + output;
    }
}
