package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.llama.PrefixTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A request that is answered by scoring continuations.
 *
 * @param scorings the continuations, in order
 * @param answer makes the answer of the finished continuations
 */
record ScoringJob<R>(List<Scoring> scorings, Function<List<Scoring>, R> answer) {

    /**
     * Adds the windows of a request to a tree.
     *
     * @throws ModelException if one of them can't be added; then none is
     */
    static <R> ScoringJob<R> of(List<ScoringWindow> windows, PrefixTree tree, Function<List<Scoring>, R> answer) {
        ScoringJob<R> job = new ScoringJob<>(new ArrayList<>(), answer);
        try {
            windows.forEach(window -> job.scorings.add(new Scoring(window, tree.add(window.input()))));
            return job;
        } catch (RuntimeException e) {
            job.release(tree);
            throw e;
        }
    }

    /** Lets the tree forget the continuations. */
    void release(PrefixTree tree) {
        scorings.forEach(scoring -> tree.release(scoring.sequence()));
    }

    boolean isFinished() {
        return scorings.stream().allMatch(Scoring::isFinished);
    }

    /** @throws ModelException if a continuation could not be scored */
    R finish() {
        scorings.forEach(Scoring::requireScored);
        return answer.apply(scorings);
    }
}
