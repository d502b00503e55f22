package dev.touchstone.reference;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.ModelException;
import dev.touchstone.reference.llama.PrefixTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a list of requests by scoring continuations. Requests are looked at well before their turn, so that what later ones share is kept;
 * they are computed many at a time and answered in their order.
 *
 * @param <Q> the kind of request
 * @param <R> the kind of answer
 */
final class ScoringRun<Q, R> {

    /** Continuations that wait for their turn at most: several hundred questions, so that neighbours a little apart still share. */
    private static final int WAITING = 1024;

    /** Continuations that are encoded between two batches at most: enough to fill a batch, few enough that the first one starts soon. */
    private static final int ENCODED_AT_ONCE = PrefixTree.BATCH;

    private final PrefixTree tree;
    private final ScoreQueue queue;
    private final List<Q> requests;
    private final Function<Q, ScoringJob<R>> encoder;
    private final Deque<ScoringJob<R>> open = new ArrayDeque<>();
    private final Deque<Scoring> waiting = new ArrayDeque<>();
    private int encoded;
    private int answered;
    private @Nullable RuntimeException failure;

    /** @param encoder puts a request in the tree; may throw, which is passed on when all requests before are answered */
    ScoringRun(PrefixTree tree, List<Q> requests, Function<Q, ScoringJob<R>> encoder) {
        this.tree = tree;
        this.queue = new ScoreQueue(tree.newOutputs());
        this.requests = requests;
        this.encoder = encoder;
    }

    /** Answers the requests, until all are answered, one can't be, or the listener wants no more. */
    void run(AnswerListener<R> listener) {
        if (listener.wantsPositions()) {
            queue.tell(listener);
        }
        try {
            encodeAhead();
            while (!open.isEmpty() && !listener.cancelled()) {
                computeBatch();
                answer(listener);
                encodeAhead();
            }
        } catch (RuntimeException | Error e) {
            tree.clear();
            throw e;
        } finally {
            open.forEach(job -> job.release(tree));
        }
        if (failure != null && open.isEmpty() && !listener.cancelled()) {
            throw failure;
        }
    }

    private void encodeAhead() {
        int most = Math.min(WAITING, waiting.size() + ENCODED_AT_ONCE);
        while (waiting.size() < most && !isAllEncoded()) {
            try {
                int request = encoded++;
                ScoringJob<R> job = encoder.apply(requests.get(request));
                job.scorings().forEach(scoring -> scoring.setRequest(request));
                open.add(job);
                waiting.addAll(job.scorings());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private boolean isAllEncoded() {
        return encoded == requests.size() || failure != null;
    }

    private void computeBatch() {
        long start = System.nanoTime();
        List<Part> parts = schedule();
        tree.compute();
        double nanos = System.nanoTime() - start;
        int rows = parts.stream().mapToInt(Part::rows).sum();
        for (Part part : parts) {
            part.scoring.addComputed(part.rows);
            part.scoring.addNanos(nanos * part.rows / Math.max(1, rows));
            if (part.isLast) {
                queue.add(part.scoring);
                tree.release(part.scoring.sequence());
            }
        }
        if (waiting.isEmpty() && isAllEncoded()) {
            queue.flush();
        }
    }

    /** Fills the batch with what waits, in order. What is not complete goes on with the next batch. */
    private List<Part> schedule() {
        List<Part> parts = new ArrayList<>();
        boolean isComplete = true;
        while (isComplete && !waiting.isEmpty()) {
            Scoring scoring = waiting.peek();
            try {
                int rows = tree.schedule(scoring.sequence());
                isComplete = scoring.sequence().ready() == scoring.sequence().length();
                parts.add(new Part(scoring, rows, isComplete));
            } catch (ModelException e) {
                fail(scoring, e);
                return parts;
            }
            if (isComplete) {
                waiting.remove();
            }
        }
        return parts;
    }

    /** Gives up a continuation's request and those after it. */
    private void fail(Scoring scoring, ModelException e) {
        failure = e;
        waiting.clear();
        boolean found = false;
        while (!found) {
            ScoringJob<R> job = open.removeLast();
            found = job.scorings().contains(scoring);
            job.release(tree);
        }
    }

    private void answer(AnswerListener<R> listener) {
        while (!open.isEmpty() && open.peek().isFinished() && !listener.cancelled()) {
            listener.answered(answered++, open.remove().finish());
        }
    }

    /** What a batch computes of one continuation. */
    private record Part(Scoring scoring, int rows, boolean isLast) {}
}
