package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A place of a request whose next token was scored. Valid until the call that it was passed to returns. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface ScoredPosition {

    /**
     * Tells positions apart: equal for those that the same tokens stand before, so that what several continuations share is recognized; the
     * same in every run and for every precision of a model.
     */
    long prefix();

    /** The token that was scored. */
    int token();

    /** Number of logits. */
    int vocabulary();

    /**
     * Copies the logits of the next token.
     *
     * @param target [vocabulary]
     */
    void logits(float[] target);
}
