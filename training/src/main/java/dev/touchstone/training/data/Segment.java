package dev.touchstone.training.data;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A piece of a document's text.
 *
 * @param text any text
 * @param weight how much each of its tokens counts as something to predict, at least 0; 0 for what is only given
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Segment(String text, float weight) {

    /** Checks the weight. */
    public Segment {
        if (!(weight >= 0) || Float.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of a segment is " + weight + "; take 0 or more");
        }
    }
}
