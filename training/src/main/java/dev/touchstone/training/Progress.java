package dev.touchstone.training;

import dev.touchstone.training.data.Cursor;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far training is.
 *
 * @param step number of steps done
 * @param tokens positions that were computed and held a document
 * @param seconds time of computing
 * @param cursor where the next batch starts
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Progress(long step, long tokens, double seconds, Cursor cursor) {

    /** Nothing done yet. */
    public static final Progress START = new Progress(0, 0, 0, Cursor.START);
}
