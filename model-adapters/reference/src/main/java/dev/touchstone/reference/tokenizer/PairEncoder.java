package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Turns a context and a continuation into tokens as lm-evaluation-harness 0.4.13 does ({@code TemplateLM._encode_pair} and
 * {@code HFLM.tok_encode}). Safe for several threads.
 *
 * <ul>
 *   <li>The <em>prefix token</em> is the BOS, or without one the EOS. It stands for an empty context; a continuation that starts with it
 *       gives it to the context instead.
 *   <li>Whitespace at the end of the context moves to the continuation.
 *   <li>The continuation is what is left of the tokens of both after as many tokens as the context alone has: a split by length, which
 *       cuts wrongly where a token spans the seam, as in lm-evaluation-harness.
 *   <li>Text that starts with the written-out prefix token is encoded without specials, so that no BOS comes twice.
 * </ul>
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PairEncoder {

    private final Tokenizer tokenizer;
    private final TextEncoder texts;

    /** The last context: choices of one question come one after another and share it. */
    private volatile EncodedContext last = new EncodedContext("", new int[0]);

    private record EncodedContext(String text, int[] tokens) {}

    /** An encoder of {@code tokenizer}'s tokens. */
    public PairEncoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.texts = new TextEncoder(tokenizer);
    }

    /**
     * Encodes a pair.
     *
     * @param context what is given, possibly empty
     * @param continuation what is scored
     * @throws ModelException if no token is left for the context or for the continuation
     */
    public EncodedPair encode(String context, String continuation) {
        return context.isEmpty() ? withoutContext(continuation) : withContext(context, continuation);
    }

    private EncodedPair withoutContext(String continuation) {
        int prefix = texts.prefix();
        int[] tokens = tokenizer.encode(continuation, false);
        boolean startsWithPrefix = tokens.length > 0 && tokens[0] == prefix;
        int[] scored = startsWithPrefix ? Arrays.copyOfRange(tokens, 1, tokens.length) : tokens;
        if (scored.length == 0) {
            throw noContinuation("", continuation, tokens.length, tokens.length);
        }
        return new EncodedPair(new int[] {prefix}, scored);
    }

    private EncodedPair withContext(String context, String continuation) {
        String stripped = context.substring(0, PythonWhitespace.endWithoutTrailing(context));
        int[] contextTokens = encodeContext(stripped);
        int[] whole = texts.encode(context + continuation);
        if (contextTokens.length == 0) {
            throw new ModelException(
                    "the context " + quote(context) + " is only whitespace, which moves to the"
                            + " continuation, and the tokenizer adds no BOS: nothing is left to condition on; give a context with text");
        }
        if (whole.length <= contextTokens.length) {
            throw noContinuation(context, continuation, whole.length, contextTokens.length);
        }
        return new EncodedPair(contextTokens.clone(), Arrays.copyOfRange(whole, contextTokens.length, whole.length));
    }

    private int[] encodeContext(String text) {
        EncodedContext known = last;
        if (!known.text.equals(text) || text.isEmpty()) {
            known = new EncodedContext(text, texts.encode(text));
            last = known;
        }
        return known.tokens;
    }

    private static ModelException noContinuation(String context, String continuation, int both, int contextAlone) {
        return new ModelException("the continuation " + quote(continuation) + " after the context " + quoteEnd(context)
                + " has no token of its own: both together have " + both + " tokens, the context alone " + contextAlone
                + "; let the continuation start where a token starts, usually with a space");
    }

    private static String quoteEnd(String context) {
        // Enough to find the item by, short enough for one line.
        int from = Math.max(0, context.length() - 40);
        return from == 0 ? quote(context) : "..." + quote(context.substring(from));
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }
}
