package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.tokenizer.EncodedPair;
import dev.touchstone.reference.tokenizer.TextEncoder;
import java.util.List;

/** Adds up ln P of a text's tokens, window by window, in double. */
final class RollingScorer {

    private final LlamaSession session;
    private final TextEncoder encoder;

    RollingScorer(LlamaSession session, Tokenizer tokenizer) {
        this.session = session;
        this.encoder = new TextEncoder(tokenizer);
    }

    /** @throws ModelException if the tokenizer has no token for the text to start after */
    RollingResponse answer(RollingRequest request) {
        long start = System.nanoTime();
        int[] tokens = encoder.encode(request.text());
        List<EncodedPair> windows = RollingWindows.of(tokens, encoder.prefix(), session.contextLength());
        double loglikelihood = 0;
        int computed = 0;
        for (EncodedPair pair : windows) {
            ScoringWindow window = ScoringWindow.of(pair, session.contextLength());
            computed += session.become(window.input());
            loglikelihood += ContinuationScorer.score(session, window).loglikelihood();
        }
        return new RollingResponse(loglikelihood, tokens.length, windows.size(), computed, System.nanoTime() - start);
    }
}
