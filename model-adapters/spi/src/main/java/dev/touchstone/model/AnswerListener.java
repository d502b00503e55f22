package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Receives answers as they are computed. Implement this to stream what a model generates or how it scores whole texts.
 *
 * @param <R> the kind of answer
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface AnswerListener<R> {

    /**
     * One request was answered.
     *
     * @param index the position of the request in the list that was passed, from 0
     * @param response its answer
     */
    void answered(int index, R response);

    /** Asked between requests: true makes the model stop early, without an exception. False unless overridden. */
    default boolean cancelled() {
        return false;
    }

    /** Asked when a call begins: true makes a model that knows its logits tell them by {@link #scored}. False unless overridden. */
    default boolean wantsPositions() {
        return false;
    }

    /**
     * A token of a request was scored; called for each of them, in order, before the request is answered. A model that does not know its logits
     * never calls it. Does nothing unless overridden.
     *
     * @param index the position of the request in the list that was passed, from 0
     */
    default void scored(int index, ScoredPosition position) {}
}
