package dev.touchstone.model;

import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Turns text into a model's token ids and back. Implement this for a new kind of vocabulary. Safe for use by several threads at once.
 * Nothing is ever truncated.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Tokenizer {

    /** Number of token ids; every id is at least 0 and below this. */
    int vocabularySize();

    /**
     * Encodes text; special tokens written out in the text (such as {@code <|im_end|>}) become their ids.
     *
     * @param text any text, possibly empty
     * @param addSpecials whether the tokens that this tokenizer adds by default (a BOS, say) are added
     * @return ids, possibly none
     */
    int[] encode(String text, boolean addSpecials);

    /** The bytes that the tokens stand for; special tokens give their own text. UTF-8, but possibly cut inside a character. */
    byte[] decode(int[] ids);

    /**
     * Whether the token is a mark, such as the end of a chat message, that is left out of generated text. Unless overridden, only
     * {@link #bos} and {@link #eos} are.
     *
     * @param id at least 0, below {@link #vocabularySize}
     */
    default boolean isControl(int id) {
        return id == bos().orElse(-1) || id == eos().orElse(-1);
    }

    /** The beginning-of-sequence token, if the vocabulary has one. */
    OptionalInt bos();

    /** The end-of-sequence token, if the vocabulary has one. */
    OptionalInt eos();
}
