package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of tokens with what was computed for it. Positions are computed once: a new sequence keeps the longest beginning it shares
 * with the one before. That changes no bit of any result, because a position's value depends on the tokens up to it only. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LlamaSession {

    /** Positions computed together at most: enough rows that weights are read seldom, few enough that activations stay near the core. */
    static final int CHUNK = 256;

    /** Positions whose logits are computed together at most: 16 rows of 49152 logits are 3 MB. */
    private static final int SCORED_TOGETHER = 16;

    private final LlamaConfig config;
    private final Decoder decoder;
    private final Rope rope;
    private final Llama model;
    private final KeyValueCache[] caches;
    private final HiddenStates hidden;
    private final Activations activations;
    private final Rows scoredStates;
    private final Rows logits;
    private int[] tokens = {};
    private int remembered = -1;
    private @Nullable LogProbabilities rememberedProbabilities;

    LlamaSession(LlamaConfig config, Decoder decoder, Rope rope, Llama model) {
        this.config = config;
        this.decoder = decoder;
        this.rope = rope;
        this.model = model;
        this.caches = IntStream.range(0, config.layers())
                .mapToObj(layer -> new KeyValueCache(config))
                .toArray(KeyValueCache[]::new);
        this.hidden = new HiddenStates(config.width());
        this.activations =
                Activations.allocate(CHUNK, config, model.weights().layers().get(0));
        this.scoredStates = Rows.allocate(SCORED_TOGETHER, Panels.padded(config.width()));
        this.logits = Rows.allocate(SCORED_TOGETHER, model.weights().output().columns());
    }

    /** Number of positions computed and kept. */
    public int length() {
        return tokens.length;
    }

    /** Most positions there can be. */
    public int contextLength() {
        return config.contextLength();
    }

    /**
     * Makes {@code sequence} the session's sequence, computing what it does not share with the one before.
     *
     * @param sequence token ids, at most the context length
     * @return number of positions that had to be computed
     * @throws ModelException if the sequence is too long or a token is not in the vocabulary
     */
    public int become(int[] sequence) {
        check(sequence);
        int shared = Arrays.mismatch(tokens, sequence);
        truncate(shared < 0 ? tokens.length : shared);
        int kept = tokens.length;
        for (int from = kept; from < sequence.length; from += CHUNK) {
            append(Arrays.copyOfRange(sequence, from, Math.min(sequence.length, from + CHUNK)));
        }
        return sequence.length - kept;
    }

    private void check(int[] sequence) {
        if (sequence.length > config.contextLength()) {
            throw new ModelException(
                    "a sequence of " + sequence.length + " tokens is longer than the model's context of "
                            + config.contextLength() + " tokens; cut it before");
        }
        for (int token : sequence) {
            if (token < 0 || token >= config.vocabulary()) {
                throw new ModelException("token " + token + " is not in the model's vocabulary of "
                        + config.vocabulary() + " tokens; the tokenizer is not this model's");
            }
        }
    }

    /** Forgets the positions from {@code length} on. */
    public void truncate(int length) {
        tokens = Arrays.copyOf(tokens, Math.min(tokens.length, length));
        if (remembered >= tokens.length) {
            remembered = -1;
            rememberedProbabilities = null;
        }
    }

    private void append(int[] added) {
        int position = tokens.length;
        int end = position + added.length;
        rope.reserve(end);
        for (KeyValueCache cache : caches) {
            cache.reserve(end);
        }
        Activations state = activations.first(added.length);
        decoder.forward(added, position, state, caches);
        hidden.store(position, state.normed());
        tokens = Arrays.copyOf(tokens, end);
        System.arraycopy(added, 0, tokens, position, added.length);
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
        for (int done = 0; done < count; done += SCORED_TOGETHER) {
            score(position + done, Math.min(SCORED_TOGETHER, count - done), probabilities, done);
        }
        return probabilities;
    }

    private void score(int position, int count, LogProbabilities[] into, int at) {
        Rows states = scoredStates.slice(0, count);
        hidden.load(position, states);
        decoder.logits(states, logits.slice(0, count));
        model.workers()
                .run(
                        count,
                        (row, worker) -> into[at + row] =
                                LogProbabilities.of(model.kernels(), logits.slice(row, 1), config.vocabulary()));
    }

    /**
     * Attention scores q k / sqrt(headSize) of the first query head of the first block, before mask and softmax. Leaves the session as it is.
     *
     * @param sequence token ids, at most the context length
     * @return [tokens, tokens]: row by the query's token, column by the key's
     */
    public double[][] attentionScores(int[] sequence) {
        check(sequence);
        rope.reserve(sequence.length);
        return new FirstHead(config, decoder, activations).scores(sequence);
    }

    /** Keys and values kept for one token, in all layers. */
    public long cachedNumbers() {
        return Arrays.stream(caches)
                .mapToLong(KeyValueCache::numbersPerPosition)
                .sum();
    }

    /**
     * Appends a token and gives the distribution of the next one: a step of decoding.
     *
     * @throws ModelException if the context is full or the token is not in the vocabulary
     */
    public LogProbabilities next(int token) {
        int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
        longer[tokens.length] = token;
        become(longer);
        return after(tokens.length - 1);
    }
}
