package dev.touchstone.model;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for ln P(text), of a text of any length, for perplexity.
 *
 * @param text the whole text; may be empty, which has probability 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RollingRequest(String text) {

    public RollingRequest {
        Objects.requireNonNull(text, "text");
    }
}
