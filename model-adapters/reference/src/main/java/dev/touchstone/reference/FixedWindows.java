package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.RollingRequest.Windows;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.tokenizer.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a text into windows of one length, of which the second half is scored, as llama.cpp's {@code llama-perplexity} does ({@code perplexity.cpp}). */
final class FixedWindows {

    private FixedWindows() {}

    /**
     * The windows, in the order of the text.
     *
     * @throws ModelException if the text is too short for one
     */
    static List<EncodedPair> of(Tokenizer tokenizer, String text, Windows windows) {
        int[] tokens = tokenizer.encode(text, true);
        int count = Math.min(windows.most(), tokens.length / windows.tokens());
        if (count == 0) {
            throw new ModelException("a text of " + tokens.length + " tokens is too short for a window of "
                    + windows.tokens() + " tokens; take a longer text");
        }
        int[] specials = tokenizer.encode("", true);
        boolean addsBos = specials.length > 0 && specials[0] == tokenizer.bos().orElse(-1);
        int context = windows.tokens() / 2 + 1;
        List<EncodedPair> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] window = Arrays.copyOfRange(tokens, i * windows.tokens(), (i + 1) * windows.tokens());
            if (addsBos) {
                window[0] = specials[0];
            }
            all.add(new EncodedPair(
                    Arrays.copyOf(window, context), Arrays.copyOfRange(window, context, windows.tokens())));
        }
        return all;
    }
}
