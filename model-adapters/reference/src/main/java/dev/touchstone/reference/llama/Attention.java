package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.llama.Llama.Setting;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.List;

/**
 * Causal attention of a batch over the cache; multi-head, grouped-query and multi-query alike (consecutive query heads share a key-value
 * head), by one of the methods.
 */
final class Attention {

    private static final int ROWS = AttentionBlock.ROWS;

    private final LlamaConfig config;
    private final Kernels kernels;
    private final Workers workers;
    private final KeyValueCache cache;
    private final AttentionMethod method;
    private final Scratch[] scratches;

    Attention(LlamaConfig config, Setting setting, KeyValueCache cache) {
        this.config = config;
        this.kernels = setting.kernels();
        this.workers = setting.workers();
        this.cache = cache;
        this.method = setting.attention() == ModelOptions.Attention.FLASH
                ? new FlashAttention(kernels, config.headSize())
                : new StandardAttention(kernels, config.headSize());
        this.scratches = new Scratch[workers.threads()];
    }

    /** Makes room for sequences of {@code positions}; not to be called while rows attend. */
    void reserve(int positions) {
        int needed = method.columns(positions);
        if (scratches[0] == null || scratches[0].scores().stride() < needed) {
            // For twice as many as asked for, because sequences grow.
            int columns = method.columns(Panels.padded(2 * positions));
            for (int i = 0; i < scratches.length; i++) {
                scratches[i] = new Scratch(
                        Rows.allocate(ROWS, columns), Rows.allocate(ROWS, Panels.padded(config.headSize())));
            }
        }
    }

    /**
     * Attends.
     *
     * @param layer the layer, from 0; its keys and values of all rows are in the cache
     * @param blocks the rows of the batch
     * @param queries [rows, heads * headSize], rotated
     * @param attended [rows, heads * headSize]
     */
    void attend(int layer, List<AttentionBlock> blocks, Rows queries, Rows attended) {
        workers.run(blocks.size() * config.heads(), (task, worker) -> {
            AttentionBlock block = blocks.get(task / config.heads());
            int head = task % config.heads();
            int column = head * config.headSize();
            int shared = head / (config.heads() / config.keyValueHeads());
            Scratch scratch = scratches[worker];
            Rows sums = scratch.sums().slice(0, block.rows());
            method.attend(
                    new BlockHead(kernels, cache, layer, shared, block),
                    queries.slice(block.firstRow(), block.rows()).from(column),
                    scratch.scores().slice(0, block.rows()),
                    sums);
            for (int row = 0; row < block.rows(); row++) {
                int to = attended.at(block.firstRow() + row) + column;
                System.arraycopy(sums.data(), sums.at(row), attended.data(), to, config.headSize());
            }
        });
    }

    /** Bytes of memory beside the cache. */
    long bytes() {
        long bytes = 0;
        for (Scratch scratch : scratches) {
            bytes += scratch == null
                    ? 0
                    : Float.BYTES
                            * (scratch.scores().data().length
                                    + (long) scratch.sums().data().length);
        }
        return bytes;
    }

    /**
     * Memory of one thread.
     *
     * @param scores [ROWS, columns of the method]
     * @param sums [ROWS, headSize, padded to panels]
     */
    private record Scratch(Rows scores, Rows sums) {}
}
