package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.ModelException;
import java.util.Arrays;

/** Tokens of a text, as a model would see them in use: queries and keys of random tokens are not those of a language. */
final class SampleTokens {

    /** More than 64 tokens with any vocabulary. */
    private static final String TEXT =
            "A bridge carries more than its own weight because every stone leans on the next one. When the river rises in spring, the "
                    + "water pushes against the pillars, and the arch hands the push on to both banks. 桥梁把重量传到两岸。 People who cross it "
                    + "in the morning rarely think of that; they think of the market, of bread, of the letter in their pocket. In 1755 the "
                    + "old bridge fell; the new one was built in 3 years and has stood for 268.";

    private SampleTokens() {}

    /**
     * The first tokens of the text.
     *
     * @param most at most this many, and no more than the model's context holds
     * @throws ModelException if there are fewer than 2, of which nothing can be compared
     */
    static int[] of(InspectableModel model, int most) {
        int[] all = model.tokenizer().encode(TEXT, false);
        int[] tokens = Arrays.copyOf(
                all, Math.min(all.length, Math.min(most, model.shape().contextLength())));
        if (tokens.length < 2) {
            throw new ModelException("the check needs a sequence of 2 tokens, but the tokenizer makes " + all.length
                    + " of a text of " + TEXT.length() + " characters, and the model's context is "
                    + model.shape().contextLength());
        }
        return tokens;
    }
}
