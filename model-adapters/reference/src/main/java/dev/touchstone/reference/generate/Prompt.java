package dev.touchstone.reference.generate;

import dev.touchstone.model.ModelException;
import java.util.Arrays;

/**
 * The tokens that generation starts from, cut from the left as lm-evaluation-harness 0.4.13 cuts them ({@code HFLM.generate_until}): at most
 * context length - most tokens to generate.
 *
 * @param tokens at least one
 * @param truncated tokens cut off the beginning
 */
record Prompt(int[] tokens, int truncated) {

    /** @throws ModelException if the tokens to generate leave no room for a context */
    static Prompt of(int[] context, int maxTokens, int contextLength) {
        int room = contextLength - maxTokens;
        if (room < 1) {
            throw new ModelException("generating up to " + maxTokens
                    + " tokens leaves no room for a context in the model's " + contextLength
                    + " tokens; ask for at most "
                    + (contextLength - 1));
        }
        int cut = Math.max(0, context.length - room);
        return new Prompt(Arrays.copyOfRange(context, cut, context.length), cut);
    }
}
