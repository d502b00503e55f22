package dev.touchstone.training.data;

import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What there is to learn. Implementations keep no state between documents, so that training can go on from any of them. */
@API(status = Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface Corpus {

    /**
     * Draws a document.
     *
     * @param random decides which; the same state gives the same document
     */
    Document next(Random random);

    /**
     * Draws a document for a place in the order of learning. Unless overridden, all places are alike.
     *
     * @param number of documents before it
     * @param random decides which
     */
    default Document next(long number, Random random) {
        return next(random);
    }
}
