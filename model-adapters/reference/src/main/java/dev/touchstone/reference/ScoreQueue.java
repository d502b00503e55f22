package dev.touchstone.reference;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ScoredPosition;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.llama.Outputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects places whose next token is to be scored until there are enough of them to read the output matrix once for all. Places that a
 * continuation shares with the one before, such as the end of a question's prompt, are computed once.
 */
final class ScoreQueue {

    private static final int NONE = -1;

    private final Outputs outputs;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable AnswerListener<?> listener;
    private @Nullable Scoring last;
    /** Of the continuation before: the outputs of its places, in their order. */
    private int[] lastOutputs = {};

    ScoreQueue(Outputs outputs) {
        this.outputs = outputs;
    }

    /** Makes it tell of every position that it scores. */
    void tell(AnswerListener<?> wanting) {
        listener = wanting;
    }

    /** Adds all places of a continuation whose input is computed; continuations before it may be scored now. */
    void add(Scoring scoring) {
        int[] continuation = scoring.window().continuation();
        int[] places = new int[continuation.length];
        int first = scoring.window().contextTokens() - 1;
        int shared = last == null ? 0 : scoring.sequence().shared(last.sequence());
        for (int i = 0; i < continuation.length; i++) {
            int known = first + i < shared ? outputOfLast(first + i) : NONE;
            if (known == NONE && outputs.isFull()) {
                flush();
                Arrays.fill(places, NONE);
            }
            places[i] = known == NONE ? outputs.add(scoring.sequence(), first + i) : known;
            entries.add(new Entry(scoring, first + i, continuation[i], places[i]));
        }
        last = scoring;
        lastOutputs = places;
    }

    private int outputOfLast(int position) {
        int index = last == null ? NONE : position - (last.window().contextTokens() - 1);
        return index >= 0 && index < lastOutputs.length ? lastOutputs[index] : NONE;
    }

    /** Scores everything that was added. */
    void flush() {
        long start = System.nanoTime();
        outputs.compute();
        for (Entry entry : entries) {
            score(entry);
        }
        double nanos = System.nanoTime() - start;
        for (Entry entry : entries) {
            entry.scoring.addNanos(nanos / entries.size());
        }
        entries.clear();
        outputs.clear();
        Arrays.fill(lastOutputs, NONE);
    }

    /** What goes wrong with one continuation is no failure of the others. */
    private void score(Entry entry) {
        try {
            LogProbabilities after = outputs.get(entry.output);
            if (listener != null) {
                listener.scored(
                        entry.scoring.request(), new Place(entry.scoring.window(), entry.position, entry.token, after));
            }
            entry.scoring.add(after, entry.token);
        } catch (ModelException e) {
            entry.scoring.fail(e);
        }
    }

    /** A token to score after a position, and the number of its distribution. */
    private record Entry(Scoring scoring, int position, int token, int output) {}

    /** A position as those see it who want its logits. */
    private record Place(ScoringWindow window, int position, int token, LogProbabilities after)
            implements ScoredPosition {

        @Override
        public long prefix() {
            return window.hash(position + 1);
        }

        @Override
        public int vocabulary() {
            return after.vocabulary();
        }

        @Override
        public void logits(float[] target) {
            after.copyLogits(target);
        }
    }
}
