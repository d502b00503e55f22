package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.LlamaConfig;

/** The forward pass (Touvron et al. 2023): pre-normalized attention and SwiGLU blocks around a residual stream. */
final class Decoder {

    /** Rows of one task in the steps between products, which take about a microsecond a row. */
    private static final int ROWS_PER_TASK = 8;

    private final LlamaConfig config;
    private final LlamaWeights weights;
    private final Kernels kernels;
    private final Workers workers;
    private final Rounding rounding;
    private final Rounding cacheRounding;
    private final MatrixProduct product;
    private final Rope rope;
    private final Attention attention;

    Decoder(Llama model, Rope rope) {
        this.config = model.config();
        this.weights = model.weights();
        this.kernels = model.kernels();
        this.workers = model.workers();
        this.rounding = model.precision().activations();
        this.cacheRounding = model.precision().cache();
        this.product = new MatrixProduct(kernels, workers, rounding);
        this.rope = rope;
        this.attention = new Attention(config, kernels, workers);
    }

    /**
     * Computes the tokens' hidden states after the last norm and adds their keys and values to the caches.
     *
     * @param tokens at consecutive positions
     * @param position of the first token
     * @param state memory for as many positions as there are tokens; the result is in {@link Activations#normed}
     * @param caches one for each layer; they hold all positions before {@code position} and have room for the new ones
     */
    void forward(int[] tokens, int position, Activations state, KeyValueCache[] caches) {
        embed(tokens, state.residual());
        for (int i = 0; i < config.layers(); i++) {
            LayerWeights layer = weights.layers().get(i);
            norm(state.residual(), layer.attentionNorm(), state.normed());
            attend(layer, position, state, caches[i]);
            add(state.projected(), state.residual());
            norm(state.residual(), layer.feedForwardNorm(), state.normed());
            feedForward(layer, state);
            add(state.projected(), state.residual());
        }
        norm(state.residual(), weights.outputNorm(), state.normed());
    }

    /**
     * Computes the rotated queries and keys of the first block, as its attention sees them.
     *
     * @param state the result is in {@link Activations#queryKeyValue}: queries from column 0 on, keys from {@link #firstKey} on
     */
    void firstQueriesAndKeys(int[] tokens, int position, Activations state) {
        LayerWeights layer = weights.layers().get(0);
        embed(tokens, state.residual());
        norm(state.residual(), layer.attentionNorm(), state.normed());
        product.multiply(state.normed(), layer.queryKeyValue(), state.queryKeyValue());
        forEachRow(
                tokens.length,
                row -> rotate(layer, position + row, state.queryKeyValue().slice(row, 1)));
    }

    /** Where keys start among the columns of queries, keys and values. */
    int firstKey() {
        return weights.layers().get(0).queryKeyValue().firstColumn(1);
    }

    /**
     * The next token's unnormalized log-probabilities after each row.
     *
     * @param hidden [rows, width]
     * @param logits [rows, vocabulary, padded to panels]
     */
    void logits(Rows hidden, Rows logits) {
        product.multiply(hidden, weights.output(), logits);
        if (rounding == Rounding.FP16) {
            requireNumbers(logits);
        }
    }

    /** An activation that became infinite leaves no numbers behind; what scored the rest would not know why. */
    private void requireNumbers(Rows logits) {
        for (int row = 0; row < logits.count(); row++) {
            for (int token = 0; token < config.vocabulary(); token++) {
                if (Float.isNaN(logits.data()[logits.at(row) + token])) {
                    throw new ModelException(
                            "an activation overflowed fp16, whose largest number is 65504; evaluate the"
                                    + " model with -Dprecision=bf16 or fp32");
                }
            }
        }
    }

    private void embed(int[] tokens, Rows residual) {
        for (int row = 0; row < tokens.length; row++) {
            weights.embedding().read(tokens[row], 1, residual.data(), residual.at(row));
            round(residual, row);
        }
    }

    private void norm(Rows x, float[] weight, Rows y) {
        forEachRow(x.count(), row -> {
            kernels.rmsNorm(x.slice(row, 1), weight, config.rmsEpsilon(), y.slice(row, 1));
            round(y, row);
        });
    }

    private void attend(LayerWeights layer, int position, Activations state, KeyValueCache cache) {
        product.multiply(state.normed(), layer.queryKeyValue(), state.queryKeyValue());
        forEachRow(state.normed().count(), row -> {
            rotate(layer, position + row, state.queryKeyValue().slice(row, 1));
            rounding.round(
                    state.queryKeyValue().data(),
                    state.queryKeyValue().at(row),
                    layer.queryKeyValue().columns());
            store(layer, position + row, state.queryKeyValue().slice(row, 1), cache);
        });
        attention.attend(state.queryKeyValue(), position, cache, state.attended());
        forEachRow(state.attended().count(), row -> round(state.attended(), row));
        product.multiply(state.attended(), layer.attentionOutput(), state.projected());
    }

    private void rotate(LayerWeights layer, int position, Rows row) {
        for (int head = 0; head < config.heads(); head++) {
            rope.rotate(row.data(), row.offset() + head * config.headSize(), position);
        }
        int keys = row.offset() + layer.queryKeyValue().firstColumn(1);
        for (int head = 0; head < config.keyValueHeads(); head++) {
            rope.rotate(row.data(), keys + head * config.headSize(), position);
        }
    }

    private void store(LayerWeights layer, int position, Rows row, KeyValueCache cache) {
        int keys = row.offset() + layer.queryKeyValue().firstColumn(1);
        int values = row.offset() + layer.queryKeyValue().firstColumn(2);
        cacheRounding.round(
                row.data(), keys, row.offset() + layer.queryKeyValue().columns() - keys);
        for (int head = 0; head < config.keyValueHeads(); head++) {
            cache.storeKey(head, position, row.data(), keys + head * config.headSize());
            cache.storeValue(head, position, row.data(), values + head * config.headSize());
        }
    }

    private void feedForward(LayerWeights layer, Activations state) {
        product.multiply(state.normed(), layer.gateUp(), state.gateUp());
        Rows gate = state.gateUp();
        Rows up = gate.from(layer.gateUp().firstColumn(1));
        forEachRow(gate.count(), row -> {
            kernels.swiglu(gate.slice(row, 1), up.slice(row, 1), config.feedForward());
            rounding.round(gate.data(), gate.at(row), config.feedForward());
        });
        product.multiply(gate, layer.down(), state.projected());
    }

    private void add(Rows x, Rows sum) {
        forEachRow(x.count(), row -> {
            int from = x.at(row);
            int to = sum.at(row);
            for (int i = 0; i < config.width(); i++) {
                sum.data()[to + i] += x.data()[from + i];
            }
            round(sum, row);
        });
    }

    /** Keeps of a whole row what the precision keeps of an operator's result. */
    private void round(Rows rows, int row) {
        rounding.round(rows.data(), rows.at(row), rows.stride());
    }

    private void forEachRow(int rows, RowStep step) {
        int tasks = (rows + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
        workers.run(tasks, (task, worker) -> {
            for (int row = task * ROWS_PER_TASK; row < Math.min(rows, (task + 1) * ROWS_PER_TASK); row++) {
                step.run(row);
            }
        });
    }

    private interface RowStep {
        void run(int row);
    }
}
