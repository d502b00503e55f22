package dev.touchstone.training.data;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A document in tokens.
 *
 * @param part the part of the corpus
 * @param tokens the tokens, with {@code <|endoftext|>} where the document has it
 * @param weights how much each token counts as something to predict; the first one can't be predicted
 */
@API(status = Status.INTERNAL, since = "0.1")
public record EncodedDocument(String part, int[] tokens, float[] weights) {

    /** Positions that a model must compute to predict all tokens that count: those before the last one that does. */
    public int positions() {
        for (int i = tokens.length - 1; i > 0; i--) {
            if (weights[i] > 0) {
                return i;
            }
        }
        return 0;
    }
}
