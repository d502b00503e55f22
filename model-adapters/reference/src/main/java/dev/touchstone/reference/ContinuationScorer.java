package dev.touchstone.reference;

import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;

/** Adds up ln P of a continuation's tokens, in their order, in double. */
final class ContinuationScorer {

    /** Distributions held at a time, so that a continuation of thousands of tokens needs no gigabytes. */
    private static final int PORTION = 16;

    private final LlamaSession session;
    private double loglikelihood;
    private boolean greedy = true;

    private ContinuationScorer(LlamaSession session) {
        this.session = session;
    }

    /** Scores a continuation whose input the session has computed. */
    static ContinuationScorer score(LlamaSession session, ScoringWindow window) {
        ContinuationScorer scorer = new ContinuationScorer(session);
        scorer.score(window);
        return scorer;
    }

    private void score(ScoringWindow window) {
        int[] continuation = window.continuation();
        int position = window.contextTokens() - 1;
        // The first token's distribution is the same for all continuations of a context, so the session remembers it.
        add(session.after(position), continuation[0]);
        for (int from = 1; from < continuation.length; from += PORTION) {
            int count = Math.min(PORTION, continuation.length - from);
            LogProbabilities[] after = session.after(position + from, count);
            for (int i = 0; i < count; i++) {
                add(after[i], continuation[from + i]);
            }
        }
    }

    private void add(LogProbabilities after, int token) {
        loglikelihood += after.of(token);
        greedy &= after.mostProbable() == token;
    }

    double loglikelihood() {
        return loglikelihood;
    }

    /** Whether every token is the most probable one at its place; of equally probable ones the lowest counts. */
    boolean greedy() {
        return greedy;
    }
}
