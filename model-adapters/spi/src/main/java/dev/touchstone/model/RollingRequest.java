package dev.touchstone.model;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for ln P(text), of a text of any length, for perplexity.
 *
 * @param text the whole text; may be empty, which has probability 1
 * @param start what the first token is scored after
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RollingRequest(String text, Start start) {

    /** What the first token of a text is scored after. */
    public enum Start {
        /** The token that stands for an empty context: BOS, or EOS without one (lm-evaluation-harness). */
        PREFIX_TOKEN,
        /** Nothing: the first token, a BOS if the tokenizer adds one, is not scored and not counted (OpenCompass). */
        FIRST_TOKEN
    }

    public RollingRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(start, "start");
    }

    /** All tokens, after the one that stands for an empty context. */
    public RollingRequest(String text) {
        this(text, Start.PREFIX_TOKEN);
    }
}
