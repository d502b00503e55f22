package dev.touchstone.model;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Asks for ln P(text), of a text of any length, for perplexity.
 *
 * @param text the whole text; may be empty, which has probability 1
 * @param windows how it is cut; null for as few windows as the model's context allows, in which each token is scored once
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RollingRequest(String text, @Nullable Windows windows) {

    public RollingRequest {
        Objects.requireNonNull(text, "text");
    }

    /** Of every token. */
    public RollingRequest(String text) {
        this(text, null);
    }

    /**
     * Windows that follow each other, each scored on its own, as llama.cpp's {@code llama-perplexity} does it: the tokens of the whole text, with specials
     * where the tokenizer adds them, are cut into windows of the same length; what is left at the end is dropped; where the tokenizer adds a BOS, it takes
     * the place of each window's first token; and of each window the tokens after the first half and one more are scored, given those before them.
     *
     * @param tokens of a window, at least 4
     * @param most windows at most, at least 1
     */
    public record Windows(int tokens, int most) {

        public Windows {
            if (tokens < 4 || most < 1) {
                throw new IllegalArgumentException(
                        "a window has at least 4 tokens, and there is at least 1; not " + tokens + " and " + most);
            }
        }
    }
}
