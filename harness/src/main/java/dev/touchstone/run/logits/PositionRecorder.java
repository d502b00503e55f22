package dev.touchstone.run.logits;

import dev.touchstone.model.ScoredPosition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Takes the scored positions of a suite under one variant. For one thread at a time. */
@API(status = Status.INTERNAL, since = "0.1")
public interface PositionRecorder {

    /** An item begins, possibly again: what came of it before counts no more. */
    void begin(String item);

    /**
     * A position of the item that began last.
     *
     * @param right whether the scored token is one of the text that is right: of the gold choice, or of a text that is scored as a whole
     */
    void scored(String item, boolean right, ScoredPosition position);
}
