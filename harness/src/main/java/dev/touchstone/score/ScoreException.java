package dev.touchstone.score;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A response can't be scored. The item becomes an error, never a wrong answer. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ScoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScoreException(String message) {
        super(message);
    }
}
