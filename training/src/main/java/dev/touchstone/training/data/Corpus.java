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
}
