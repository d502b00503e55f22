package dev.touchstone.model;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for ln P(text), of a text of any length, for perplexity.
 *
 * @param text the whole text; may be empty, which has probability 1
 * @param cut what of it is scored after what
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RollingRequest(String text, Cut cut) {

    /** How a text is cut into parts, and what of them is scored. */
    public sealed interface Cut permits Start, Windows {}

    /** As few parts as the model's context allows, in which each token is scored once; what the first one is scored after. */
    public enum Start implements Cut {
        /** The token that stands for an empty context: BOS, or EOS without one (lm-evaluation-harness). */
        PREFIX_TOKEN,
        /** Nothing: the first token, a BOS if the tokenizer adds one, is not scored and not counted (OpenCompass). */
        FIRST_TOKEN
    }

    public RollingRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cut, "cut");
    }

    /** All tokens, after the one that stands for an empty context. */
    public RollingRequest(String text) {
        this(text, Start.PREFIX_TOKEN);
    }

    /**
     * Windows that follow each other, each scored on its own, as llama.cpp's {@code llama-perplexity} does it: the tokens of the whole text, with specials
     * where the tokenizer adds them, are cut into windows of the same length; what is left at the end is dropped; where the tokenizer adds a BOS, it takes
     * the place of each window's first token; and of each window the tokens after the first half and one more are scored, given those before them.
     *
     * @param tokens of a window, at least 4
     * @param most windows at most, at least 1
     */
    public record Windows(int tokens, int most) implements Cut {

        public Windows {
            if (tokens < 4 || most < 1) {
                throw new IllegalArgumentException(
                        "a window has at least 4 tokens, and there is at least 1; not " + tokens + " and " + most);
            }
        }
    }
}
