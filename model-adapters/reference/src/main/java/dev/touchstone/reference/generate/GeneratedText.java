package dev.touchstone.reference.generate;

import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The text of the tokens generated so far and where it stops, as lm-evaluation-harness 0.4.13 has it: stop strings are looked for in the
 * text with its control tokens written out ({@code MultiTokenEOSCriteria}); the answer is the text without control tokens
 * ({@code tok_decode}), cut before each stop string in the order given ({@code postprocess_generated_text}).
 *
 * <p>Everything is decoded again after each token: a character may consist of several tokens, and a stop string may start or end inside
 * of one. Bytes that are not UTF-8, such as those of a character that isn't complete, become U+FFFD.
 */
final class GeneratedText {

    private final Tokenizer tokenizer;
    private final List<String> until;
    private int[] all = {};
    private int[] visible = {};

    GeneratedText(Tokenizer tokenizer, List<String> until) {
        this.tokenizer = tokenizer;
        this.until = until;
    }

    /** Appends a token. Ids that the tokenizer doesn't have (a model's matrix may have more rows) stand for no text. */
    void add(int token) {
        if (token >= tokenizer.vocabularySize()) {
            return;
        }
        all = append(all, token);
        if (!tokenizer.isControl(token)) {
            visible = append(visible, token);
        }
    }

    private static int[] append(int[] tokens, int token) {
        int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
        longer[tokens.length] = token;
        return longer;
    }

    /** Whether a stop string was generated. */
    boolean isStopped() {
        return containsStop(decode(visible)) || visible.length < all.length && containsStop(decode(all));
    }

    private boolean containsStop(String text) {
        return until.stream().anyMatch(text::contains);
    }

    /** What was generated before the stop string, if there is one. */
    String text() {
        String text = decode(visible);
        for (String stop : until) {
            int index = text.indexOf(stop);
            text = index < 0 ? text : text.substring(0, index);
        }
        return text;
    }

    private String decode(int[] tokens) {
        return new String(tokenizer.decode(tokens), StandardCharsets.UTF_8);
    }
}
