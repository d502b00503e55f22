package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.llama.Sequence;
import org.jspecify.annotations.Nullable;

/** One continuation on its way: adds up ln P of its tokens, in their order, in double. */
final class Scoring {

    private final ScoringWindow window;
    private final Sequence sequence;
    private double loglikelihood;
    private boolean greedy = true;
    private int scored;
    private int computed;
    private double nanos;
    private int request;
    private @Nullable ModelException failure;

    /** @param sequence the window's input in a tree */
    Scoring(ScoringWindow window, Sequence sequence) {
        this.window = window;
        this.sequence = sequence;
    }

    ScoringWindow window() {
        return window;
    }

    Sequence sequence() {
        return sequence;
    }

    /** The place of its request among those of the call. */
    int request() {
        return request;
    }

    void setRequest(int index) {
        request = index;
    }

    /** Takes the distribution after a token's place; tokens come in order. */
    void add(LogProbabilities after, int token) {
        loglikelihood += after.of(token);
        greedy &= after.mostProbable() == token;
        scored++;
    }

    /** Takes the reason why there is no distribution after a token's place. */
    void fail(ModelException why) {
        failure = why;
        scored++;
    }

    /**
     * Makes sure that all tokens were scored.
     *
     * @throws ModelException if one could not be
     */
    void requireScored() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Counts positions that were computed for this continuation. */
    void addComputed(int positions) {
        computed += positions;
    }

    /** Counts its part of the time of a step in which several were computed. */
    void addNanos(double part) {
        nanos += part;
    }

    boolean isFinished() {
        return scored == window.continuation().length;
    }

    double loglikelihood() {
        return loglikelihood;
    }

    /** Whether every token is the most probable one at its place; of equally probable ones the lowest counts. */
    boolean greedy() {
        return greedy;
    }

    /** Positions that were computed for it: those that an earlier one had left out. */
    int computed() {
        return computed;
    }

    long nanos() {
        return Math.round(nanos);
    }
}
