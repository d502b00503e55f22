package dev.touchstone.reference;

import dev.touchstone.reference.tokenizer.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text of any length into windows that a model of limited context can score, each token in exactly one, as lm-evaluation-harness
 * 0.4.13 does ({@code get_rolling_token_windows} with {@code context_len=1}, then {@code make_disjoint_window}): with context length L, the
 * first window scores L tokens after the prefix token, the following ones L tokens after one token of context; the last one scores what is
 * left after as much context as fits.
 */
final class RollingWindows {

    private RollingWindows() {}

    /**
     * The windows, in the order of the text.
     *
     * @param tokens of the text, possibly none, which gives no windows
     * @param prefix what the first token follows
     * @param contextLength most tokens that the model sees at once, at least 1
     */
    static List<EncodedPair> of(int[] tokens, int prefix, int contextLength) {
        List<EncodedPair> windows = new ArrayList<>();
        for (int from = 0; from < tokens.length; from += contextLength) {
            int to = Math.min(tokens.length, from + contextLength);
            int[] context = from == 0 ? new int[] {prefix} : Arrays.copyOfRange(tokens, to - contextLength - 1, from);
            windows.add(new EncodedPair(context, Arrays.copyOfRange(tokens, from, to)));
        }
        return windows;
    }
}
