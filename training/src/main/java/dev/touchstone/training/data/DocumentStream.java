package dev.touchstone.training.data;

import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An endless row of documents; each depends on the seed and its number only. */
@API(status = Status.INTERNAL, since = "0.1")
public final class DocumentStream {

    private final Corpus corpus;
    private final DocumentEncoder encoder;
    private final long seed;

    /** The documents that {@code corpus} gives with {@code seed}. */
    public DocumentStream(Corpus corpus, DocumentEncoder encoder, long seed) {
        this.corpus = corpus;
        this.encoder = encoder;
        this.seed = seed;
    }

    /**
     * One document.
     *
     * @param number from 0
     */
    public EncodedDocument get(long number) {
        return encoder.encode(corpus.next(number, new Random(mixed(seed * 0x9E3779B97F4A7C15L + number))));
    }

    /** SplitMix64's finalizer: neighbouring numbers give unrelated seeds. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
