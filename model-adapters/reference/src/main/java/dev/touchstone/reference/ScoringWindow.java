package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tokenizer.EncodedPair;
import java.util.Arrays;

/**
 * The tokens that a model of limited context sees of a request, cut as lm-evaluation-harness 0.4.13 cuts them
 * ({@code HFLM._loglikelihood_tokens}): with context length L, {@code (context + continuation)[-(L+1):][:-1]}. The continuation's last
 * token is scored but never fed.
 *
 * @param input fed to the model, at most L tokens
 * @param continuation scored, at most L tokens
 * @param truncated tokens cut off the beginning
 */
record ScoringWindow(int[] input, int[] continuation, int truncated) {

    /** @throws ModelException if the continuation alone is longer than the context length */
    static ScoringWindow of(EncodedPair pair, int contextLength) {
        int[] continuation = pair.continuation();
        if (continuation.length > contextLength) {
            throw new ModelException("a continuation of " + continuation.length
                    + " tokens is longer than the model's context of " + contextLength
                    + " tokens; use a model with a longer context, or split the text");
        }
        int total = pair.context().length + continuation.length;
        int cut = Math.max(0, total - (contextLength + 1));
        return new ScoringWindow(input(pair, cut), continuation, cut);
    }

    private static int[] input(EncodedPair pair, int cut) {
        int[] context = pair.context();
        int[] input = Arrays.copyOfRange(context, cut, context.length + pair.continuation().length - 1);
        System.arraycopy(pair.continuation(), 0, input, context.length - cut, pair.continuation().length - 1);
        return input;
    }

    /** Tokens before the first scored one. */
    int contextTokens() {
        return input.length - continuation.length + 1;
    }

    /** A number for the first {@code length} tokens: FNV-1a of 64 bits, over whole tokens. */
    long hash(int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ input[i]) * 0x100000001b3L;
        }
        return hash;
    }
}
