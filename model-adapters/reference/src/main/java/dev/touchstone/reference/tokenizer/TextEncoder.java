package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Turns whole texts into tokens as lm-evaluation-harness 0.4.13 does ({@code HFLM.tok_encode} and {@code tok_batch_encode}): with the
 * specials that the tokenizer adds by default, unless the text itself starts with one. Safe for several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TextEncoder {

    private final Tokenizer tokenizer;
    private final OptionalInt prefix;
    private final @Nullable String prefixText;
    private final @Nullable String bosText;

    /** An encoder of {@code tokenizer}'s tokens. */
    public TextEncoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.prefix = tokenizer.bos().isPresent() ? tokenizer.bos() : tokenizer.eos();
        this.prefixText = textOf(prefix);
        this.bosText = textOf(tokenizer.bos());
    }

    private @Nullable String textOf(OptionalInt token) {
        return token.isEmpty()
                ? null
                : new String(tokenizer.decode(new int[] {token.getAsInt()}), StandardCharsets.UTF_8);
    }

    /**
     * What stands for an empty context: the BOS, or without one the EOS.
     *
     * @throws ModelException if the tokenizer has neither
     */
    public int prefix() {
        return prefix.orElseThrow(() -> new ModelException("an empty context needs a BOS or EOS token, and the"
                + " tokenizer has neither; give a context, or a tokenizer that names one"));
    }

    /** The tokens of a text to score; without specials if it starts with the written-out {@link #prefix}. */
    public int[] encode(String text) {
        return encode(text, prefixText);
    }

    /**
     * The tokens of a context to generate after, without specials if it starts with the written-out BOS. At least one: {@link #prefix} stands
     * for an empty context.
     *
     * @throws ModelException if there is no token and no prefix
     */
    public int[] encodePrompt(String context) {
        int[] tokens = encode(context, bosText);
        return tokens.length > 0 ? tokens : new int[] {prefix()};
    }

    private int[] encode(String text, @Nullable String special) {
        return tokenizer.encode(text, special == null || !text.startsWith(special));
    }
}
