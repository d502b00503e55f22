package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of tokens that share what they begin with, and what was computed of them. A position that several sequences share is computed
 * once, and positions of any number of sequences are computed together. That changes no bit of any result, because a position's value depends
 * on the tokens up to it only.
 *
 * <p>What is kept is limited in memory. A sequence that was released last is kept until another one is released or the room is needed; then
 * what is needed last is given up, and computed again when its turn comes. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PrefixTree {

    /** Positions computed together at most: enough rows that weights are read seldom, few enough that activations stay near the core. */
    public static final int BATCH = 256;

    private final LlamaConfig config;
    private final Llama model;
    private final KeyValueCache cache;
    private final Rope rope;
    private final Decoder decoder;
    private final Activations activations;
    private final Branch root;
    private final Set<Sequence> sequences = new LinkedHashSet<>();
    private final Batch batch = new Batch();
    private long batches;
    private boolean isFirst = true;
    private long added;
    private @Nullable Sequence lastReleased;

    PrefixTree(Llama model, Rope rope) {
        this.config = model.config();
        this.model = model;
        this.cache = new KeyValueCache(config, model.cacheBytes());
        this.rope = rope;
        this.decoder = new Decoder(model, rope, cache);
        this.activations =
                Activations.allocate(BATCH, config, model.weights().layers().get(0));
        this.root = Branch.root(cache);
    }

    /** Most tokens of a sequence. */
    public int contextLength() {
        return config.contextLength();
    }

    /**
     * Adds a sequence, which is computed after those added before.
     *
     * @param tokens token ids, at most the context length
     * @throws ModelException if the sequence is too long or a token is not in the vocabulary
     */
    public Sequence add(int[] tokens) {
        check(tokens);
        Branch tail = root;
        while (tail.end() < tokens.length) {
            Branch next = tail.child(tokens[tail.end()]);
            if (next == null) {
                tail = tail.grow(tokens);
            } else {
                int shared = next.matching(tokens);
                tail = tail.end() + shared < next.end() ? next.split(tail.end() + shared) : next;
            }
        }
        for (Branch branch = tail; !branch.isRoot(); branch = branch.parent()) {
            branch.addUser();
        }
        Sequence sequence = new Sequence(tail, added++);
        sequences.add(sequence);
        return sequence;
    }

    private void check(int[] tokens) {
        checkLength(tokens.length);
        for (int token : tokens) {
            checkToken(token);
        }
    }

    private void checkLength(int length) {
        if (length > config.contextLength()) {
            throw new ModelException("a sequence of " + length + " tokens is longer than the model's context of "
                    + config.contextLength() + " tokens; cut it before");
        }
    }

    private void checkToken(int token) {
        if (token < 0 || token >= config.vocabulary()) {
            throw new ModelException("token " + token + " is not in the model's vocabulary of " + config.vocabulary()
                    + " tokens; the tokenizer is not this model's");
        }
    }

    /**
     * Appends a token to a sequence.
     *
     * @throws ModelException if the context is full or the token is not in the vocabulary
     */
    public void append(Sequence sequence, int token) {
        checkLength(sequence.length() + 1);
        checkToken(token);
        Branch tail = sequence.tail();
        if (!tail.isRoot() && tail.users() == 1 && tail.children().isEmpty()) {
            tail.extend(token);
        } else {
            Branch child = tail.grow(token);
            child.addUser();
            sequence.setTail(child);
        }
    }

    /** A sequence is not needed any more. */
    public void release(Sequence sequence) {
        if (sequences.contains(sequence) && sequence != lastReleased) {
            forget();
            lastReleased = sequence;
        }
    }

    /** Gives up what is kept of the sequence that was released last. */
    public void forget() {
        if (lastReleased != null) {
            drop(lastReleased);
            lastReleased = null;
        }
    }

    /** Gives up everything; no sequence may be used after that. */
    public void clear() {
        batch.clear();
        Set.copyOf(sequences).forEach(this::drop);
        lastReleased = null;
    }

    private void drop(Sequence sequence) {
        for (Branch branch = sequence.tail(); !branch.isRoot(); ) {
            Branch parent = branch.parent();
            branch.removeUser();
            branch = parent;
        }
        sequences.remove(sequence);
    }

    /** Positions that there is memory for beside what is kept now. */
    public int free() {
        return cache.free() * KeyValueCache.PAGE;
    }

    /** Positions that can still be put in the batch. */
    public int room() {
        return BATCH - batch.size();
    }

    /**
     * Puts positions of a sequence that are not computed in the batch, from the first one on, as many as it has room and memory for. What was
     * scheduled before is kept until the batch is computed, even what was complete already.
     *
     * @return number of positions put in the batch; at least 1 if it is the first sequence and not complete
     * @throws ModelException if it is the first sequence of the batch, and memory is too small for it
     */
    public int schedule(Sequence sequence) {
        for (Branch branch = sequence.tail(); !branch.isRoot(); branch = branch.parent()) {
            branch.useInBatch(batches);
        }
        int count = reserve(sequence);
        if (count == 0 && isFirst && sequence.ready() < sequence.length()) {
            count = startAgain(sequence);
        }
        if (count > 0) {
            batch.add(sequence.tail(), sequence.ready() - count, sequence.ready());
        }
        isFirst = false;
        return count;
    }

    /** Finds places for positions and gives their number. */
    private int reserve(Sequence sequence) {
        int from = sequence.ready();
        int count = Math.min(sequence.length() - from, room());
        for (int i = 0; i < count; i++) {
            Branch branch = sequence.tail().at(from + i);
            if (!branch.hasPlace()) {
                while (cache.free() == 0) {
                    if (!evict(sequence)) {
                        return i;
                    }
                }
                branch.addPage();
            }
            branch.useNextPlace();
        }
        return count;
    }

    private boolean evict(Sequence forWhom) {
        if (lastReleased != null && lastReleased.tail().lastBatch() < batches) {
            forget();
            return true;
        }
        return Eviction.evictLastNeeded(sequences, forWhom, batches);
    }

    /** Branches leave places in their pages free; computed with nothing else in memory a sequence has none of those. */
    private int startAgain(Sequence sequence) {
        boolean fits = KeyValueCache.pages(sequence.length()) <= cache.limit();
        for (Branch branch = sequence.tail();
                fits && !branch.isRoot() && !branch.hasComputedChild();
                branch = branch.parent()) {
            branch.evict();
        }
        int count = fits ? reserve(sequence) : 0;
        if (count == 0) {
            throw CacheMemory.tooLittle(config, sequence.length(), cache.limit());
        }
        return count;
    }

    /** Computes the batch, and begins a new one. */
    public void compute() {
        try {
            if (!batch.isEmpty()) {
                decoder.forward(batch, activations.first(batch.size()));
            }
        } catch (RuntimeException | Error e) {
            clear();
            throw e;
        }
        batch.clear();
        batches++;
        isFirst = true;
    }

    /** Room for positions of this tree whose distributions are wanted. */
    public Outputs newOutputs() {
        return new Outputs(model, this, decoder);
    }

    /** Attention scores q k / sqrt(headSize) of the first query head of the first block [tokens, tokens]; leaves the tree as it is. */
    double[][] attentionScores(int[] tokens) {
        check(tokens);
        rope.reserve(tokens.length);
        return new FirstHead(config, decoder, activations).scores(tokens);
    }

    /** Bytes that attention takes beside keys and values. */
    long attentionBytes() {
        return decoder.attentionBytes();
    }

    /** Keys and values kept for one token, in all layers. */
    long cachedNumbers() {
        return cache.numbersPerPosition();
    }

    /** Copies the last hidden state of a computed position to the first of some rows. */
    void loadHidden(Sequence sequence, int position, Rows into) {
        cache.loadHidden(sequence.tail().at(position).place(position), into);
    }
}
