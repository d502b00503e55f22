package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of tokens with what was computed for it. Positions are computed once: a new sequence keeps the longest beginning it shares
 * with the one before. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LlamaSession {

    /** Positions computed together at most. */
    static final int CHUNK = PrefixTree.BATCH;

    private final PrefixTree tree;
    private final Outputs outputs;
    private Sequence sequence;
    private int[] tokens = {};
    private int remembered = -1;
    private @Nullable LogProbabilities rememberedProbabilities;

    LlamaSession(PrefixTree tree) {
        this.tree = tree;
        this.outputs = tree.newOutputs();
        this.sequence = tree.add(tokens);
    }

    /** Number of positions computed and kept. */
    public int length() {
        return tokens.length;
    }

    /** Most positions there can be. */
    public int contextLength() {
        return tree.contextLength();
    }

    /**
     * Makes {@code wanted} the session's sequence, computing what it does not share with the one before.
     *
     * @param wanted token ids, at most the context length
     * @return number of positions that had to be computed
     * @throws ModelException if the sequence is too long, a token is not in the vocabulary, or memory is too small
     */
    public int become(int[] wanted) {
        Sequence next = tree.add(wanted);
        replaceBy(next, wanted.clone());
        return computeRest();
    }

    /** Forgets the positions from {@code length} on. */
    public void truncate(int length) {
        if (length < tokens.length) {
            int[] kept = Arrays.copyOf(tokens, length);
            replaceBy(tree.add(kept), kept);
            tree.forget();
        }
    }

    private void replaceBy(Sequence next, int[] itsTokens) {
        int shared = Arrays.mismatch(tokens, itsTokens);
        if (shared >= 0 && remembered >= shared) {
            remembered = -1;
            rememberedProbabilities = null;
        }
        tree.release(sequence);
        sequence = next;
        tokens = itsTokens;
    }

    private int computeRest() {
        try {
            int computed = 0;
            while (sequence.ready() < tokens.length) {
                computed += tree.schedule(sequence);
                tree.compute();
            }
            return computed;
        } catch (RuntimeException | Error e) {
            tree.clear();
            replaceBy(tree.add(new int[0]), new int[0]);
            throw e;
        }
    }

    /**
     * The distribution of the token after a computed position. The latest one is remembered: choices that follow the same context share it.
     *
     * @param position at least 0, below {@link #length}
     */
    public LogProbabilities after(int position) {
        if (rememberedProbabilities == null || remembered != position) {
            rememberedProbabilities = after(position, 1)[0];
            remembered = position;
        }
        return rememberedProbabilities;
    }

    /**
     * The distributions of the tokens after some consecutive computed positions.
     *
     * @param position the first one
     * @param count number of positions; more than a few are computed in portions, so ask for few at a time if memory counts
     */
    public LogProbabilities[] after(int position, int count) {
        LogProbabilities[] probabilities = new LogProbabilities[count];
        for (int done = 0; done < count; done += outputs.size()) {
            outputs.clear();
            while (!outputs.isFull() && done + outputs.size() < count) {
                outputs.add(sequence, position + done + outputs.size());
            }
            outputs.compute();
            for (int i = 0; i < outputs.size(); i++) {
                probabilities[done + i] = outputs.get(i).copy();
            }
        }
        return probabilities;
    }

    /**
     * Attention scores q k / sqrt(headSize) of the first query head of the first block, before mask and softmax. Leaves the session as it is.
     *
     * @param sequence token ids, at most the context length
     * @return [tokens, tokens]: row by the query's token, column by the key's
     */
    public double[][] attentionScores(int[] sequence) {
        return tree.attentionScores(sequence);
    }

    /** Keys and values kept for one token, in all layers. */
    public long cachedNumbers() {
        return tree.cachedNumbers();
    }

    /**
     * Appends a token and gives the distribution of the next one: a step of decoding.
     *
     * @throws ModelException if the context is full, the token is not in the vocabulary, or memory is too small
     */
    public LogProbabilities next(int token) {
        tree.append(sequence, token);
        tokens = Arrays.copyOf(tokens, tokens.length + 1);
        tokens[tokens.length - 1] = token;
        computeRest();
        return after(tokens.length - 1);
    }
}
