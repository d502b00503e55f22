package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.LlamaConfig;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Computed positions whose distributions of the next token are wanted; they are computed together, because the output matrix is most of what a
 * single one has to read. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Outputs {

    /** Positions together at most: 32 rows of 49152 logits are 6 MB. More rows are hardly faster. */
    public static final int LIMIT = 32;

    private final Llama model;
    private final PrefixTree tree;
    private final Decoder decoder;
    private final Rows states;
    private final Rows logits;
    private final LogProbabilities[] distributions = new LogProbabilities[LIMIT];
    private int size;
    private int computed;

    Outputs(Llama model, PrefixTree tree, Decoder decoder) {
        LlamaConfig config = model.config();
        this.model = model;
        this.tree = tree;
        this.decoder = decoder;
        this.states = Rows.allocate(LIMIT, Panels.padded(config.width()));
        this.logits = Rows.allocate(LIMIT, model.weights().output().columns());
    }

    /** Whether no position more can be added. */
    public boolean isFull() {
        return size == LIMIT;
    }

    /** Number of positions. */
    public int size() {
        return size;
    }

    /**
     * Adds a computed position.
     *
     * @return its number
     */
    public int add(Sequence sequence, int position) {
        tree.loadHidden(sequence, position, states.slice(size, 1));
        return size++;
    }

    /** Computes the distributions of the positions added since the last time. */
    public void compute() {
        int count = size - computed;
        Rows wanted = logits.slice(computed, count);
        decoder.logits(states.slice(computed, count), wanted);
        int first = computed;
        model.workers()
                .run(
                        count,
                        (row, worker) -> distributions[first + row] = LogProbabilities.of(
                                model.kernels(),
                                wanted.slice(row, 1),
                                model.config().vocabulary()));
        computed = size;
    }

    /**
     * A computed distribution; it holds until {@link #clear}.
     *
     * @throws ModelException if the computation of its position overflowed fp16: what scores the rest would not know why
     */
    public LogProbabilities get(int index) {
        LogProbabilities distribution = distributions[index];
        if (model.precision().activations() == Rounding.FP16 && !distribution.isDefined()) {
            throw new ModelException("an activation overflowed fp16, whose largest number is 65504; evaluate the"
                    + " model with -Dprecision=bf16 or fp32");
        }
        return distribution;
    }

    /** Forgets all positions. */
    public void clear() {
        size = 0;
        computed = 0;
    }
}
