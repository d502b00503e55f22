package dev.touchstone.training.data;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where in the stream of documents training is.
 *
 * @param next number of the first document that wasn't drawn yet
 * @param waiting numbers of documents that were drawn and not laid out yet, in the order in which they were drawn
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Cursor(long next, List<Long> waiting) {

    /** The beginning of a stream. */
    public static final Cursor START = new Cursor(0, List.of());

    /** Copies the numbers. */
    public Cursor {
        waiting = List.copyOf(waiting);
    }
}
