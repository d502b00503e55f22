package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.llama.Batch.Row;
import dev.touchstone.reference.llama.KeyValueCache.Place;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.List;
import java.util.function.IntUnaryOperator;

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
    private final KeyValueCache cache;
    private final Attention attention;
    private final InputObserver observer;
    private final FeedForward feedForward;

    Decoder(Llama model, Rope rope, KeyValueCache cache) {
        this.config = model.config();
        this.weights = model.weights();
        this.kernels = model.kernels();
        this.workers = model.workers();
        this.rounding = model.precision().activations();
        this.cacheRounding = model.precision().cache();
        this.product = new MatrixProduct(kernels, workers, rounding);
        this.rope = rope;
        this.cache = cache;
        this.attention = new Attention(config, model.setting(), cache);
        this.observer = model.observer();
        this.feedForward = new FeedForward(model, product);
    }

    /**
     * Computes the hidden states of a batch after the last norm and keeps them, with keys and values, in the cache.
     *
     * @param state memory for as many positions as the batch has rows
     */
    void forward(Batch batch, Activations state) {
        Row[] rows = batch.rows();
        List<AttentionBlock> blocks = batch.attentionBlocks();
        rope.reserve(batch.end());
        attention.reserve(batch.end());
        embed(rows.length, row -> rows[row].token(), state.residual());
        for (int i = 0; i < config.layers(); i++) {
            LayerWeights layer = weights.layers().get(i);
            norm(state.residual(), layer.attentionNorm(), state.normed());
            observer.observe(i, Site.QUERY_KEY_VALUE, state.normed());
            project(i, rows, state);
            attention.attend(i, blocks, state.queryKeyValue(), state.attended());
            forEachRow(rows.length, row -> round(state.attended(), row));
            observer.observe(i, Site.ATTENTION_OUTPUT, state.attended());
            product.multiply(state.attended(), layer.attentionOutput(), state.projected());
            add(state.projected(), state.residual());
            norm(state.residual(), layer.feedForwardNorm(), state.normed());
            feedForward.compute(i, layer, state);
            add(state.projected(), state.residual());
        }
        norm(state.residual(), weights.outputNorm(), state.normed());
        observer.observe(config.layers(), Site.OUTPUT, state.normed());
        forEachRow(
                rows.length,
                row -> cache.storeHidden(rows[row].place(), state.normed().slice(row, 1)));
    }

    /**
     * Computes the rotated queries and keys of the first block, as its attention sees them.
     *
     * @param state the result is in {@link Activations#queryKeyValue}: queries from column 0 on, keys from {@link #firstKey} on
     */
    void firstQueriesAndKeys(int[] tokens, int position, Activations state) {
        LayerWeights layer = weights.layers().get(0);
        embed(tokens.length, row -> tokens[row], state.residual());
        norm(state.residual(), layer.attentionNorm(), state.normed());
        product.multiply(state.normed(), layer.queryKeyValue(), state.queryKeyValue());
        forEachRow(
                tokens.length,
                row -> rotate(0, position + row, state.queryKeyValue().slice(row, 1)));
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
    }

    /** Bytes that attention takes beside the cache. */
    long attentionBytes() {
        return attention.bytes();
    }

    private void embed(int count, IntUnaryOperator tokens, Rows residual) {
        forEachRow(count, row -> {
            weights.embedding().read(tokens.applyAsInt(row), 1, residual.data(), residual.at(row));
            round(residual, row);
        });
    }

    private void norm(Rows x, float[] weight, Rows y) {
        forEachRow(x.count(), row -> {
            kernels.rmsNorm(x.slice(row, 1), weight, config.rmsEpsilon(), y.slice(row, 1));
            round(y, row);
        });
    }

    /** Queries, which stay where they are, and keys and values, which go to the cache. */
    private void project(int layer, Row[] rows, Activations state) {
        product.multiply(state.normed(), weights.layers().get(layer).queryKeyValue(), state.queryKeyValue());
        forEachRow(rows.length, row -> {
            Rows projected = state.queryKeyValue().slice(row, 1);
            rotate(layer, rows[row].position(), projected);
            store(layer, rows[row].place(), projected);
        });
    }

    private void rotate(int layer, int position, Rows row) {
        for (int head = 0; head < config.heads(); head++) {
            rope.rotate(row.data(), row.offset() + head * config.headSize(), position);
        }
        int keys = row.offset() + weights.layers().get(layer).queryKeyValue().firstColumn(1);
        for (int head = 0; head < config.keyValueHeads(); head++) {
            rope.rotate(row.data(), keys + head * config.headSize(), position);
        }
        round(row, 0);
    }

    private void store(int layer, Place place, Rows row) {
        PackedMatrix columns = weights.layers().get(layer).queryKeyValue();
        int keys = row.offset() + columns.firstColumn(1);
        int values = row.offset() + columns.firstColumn(2);
        cacheRounding.round(row.data(), keys, row.offset() + columns.columns() - keys);
        for (int head = 0; head < config.keyValueHeads(); head++) {
            cache.storeKey(layer, head, place, row.data(), keys + head * config.headSize());
            cache.storeValue(layer, head, place, row.data(), values + head * config.headSize());
        }
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
