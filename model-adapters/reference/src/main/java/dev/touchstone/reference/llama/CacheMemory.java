package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Locale;

/** How much memory the cache needs, in words. */
final class CacheMemory {

    private static final long MEBIBYTE = 1L << 20;

    private static final double GIBIBYTE = 1L << 30;

    /** Room for the rest of the program, as a multiple of weights and cache. */
    private static final double MARGIN = 1.2;

    private CacheMemory() {}

    /**
     * Tells before loading that weights and cache together do not fit in the JVM's heap.
     *
     * @throws ModelException if they don't
     */
    static void require(long weightBytes, long cacheBytes, long heapBytes) {
        if (weightBytes + cacheBytes > heapBytes) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "the weights take %.1f GiB and keys and values up to %.1f GiB, but the JVM's heap is limited to %.1f GiB;"
                            + " set a smaller -Dmemory, or start the JVM with -Xmx%dg",
                    weightBytes / GIBIBYTE,
                    cacheBytes / GIBIBYTE,
                    heapBytes / GIBIBYTE,
                    (long) Math.ceil(MARGIN * (weightBytes + cacheBytes) / GIBIBYTE)));
        }
    }

    /**
     * A sequence is longer than what fits.
     *
     * @param tokens its length
     * @param pages what fits
     */
    static ModelException tooLittle(LlamaConfig config, int tokens, int pages) {
        long bytes = KeyValueCache.pages(tokens) * KeyValueCache.pageBytes(config);
        return new ModelException(String.format(
                Locale.ROOT,
                "the memory for keys and values holds %d tokens, but %d are needed at once; set -Dmemory=%dm or more",
                pages * KeyValueCache.PAGE,
                tokens,
                (bytes + MEBIBYTE - 1) / MEBIBYTE));
    }
}
