package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Locale;

/** How much memory the cache needs, in words. */
final class CacheMemory {

    private static final long MEBIBYTE = 1L << 20;

    private CacheMemory() {}

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
