package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.Roots;
import dev.touchstone.reference.tensor.LlamaConfig;

/**
 * Causal attention of some query positions over the cache; multi-head, grouped-query and multi-query alike (consecutive query heads share
 * a key-value head). A position's result depends on that position and those before it only: its softmax and its weighted sum run over
 * positions 0, 1, ... in order, whatever else is computed with it.
 */
final class Attention {

    /** Query positions of one task: the rows of the vector kernels' tallest tile. */
    private static final int ROWS = 8;

    private final LlamaConfig config;
    private final Kernels kernels;
    private final Workers workers;
    private final float scale;
    private final Scratch[] scratches;

    Attention(LlamaConfig config, Kernels kernels, Workers workers) {
        this.config = config;
        this.kernels = kernels;
        this.workers = workers;
        this.scale = Roots.inverse(config.headSize());
        this.scratches = new Scratch[workers.threads()];
    }

    /**
     * Attends.
     *
     * @param queries [positions, heads * headSize], rotated
     * @param position of the first row; the cache holds keys and values up to the last row's position
     * @param attended [positions, heads * headSize]
     */
    void attend(Rows queries, int position, KeyValueCache cache, Rows attended) {
        int blocks = (queries.count() + ROWS - 1) / ROWS;
        workers.run(blocks * config.heads(), (task, worker) -> {
            // Late blocks see most positions: they go first, so that the threads finish together.
            int row = (blocks - 1 - task / config.heads()) * ROWS;
            int rows = Math.min(ROWS, queries.count() - row);
            int head = task % config.heads();
            int column = head * config.headSize();
            attend(
                    new Block(queries.slice(row, rows).from(column), position + row, head),
                    cache,
                    scratch(worker, cache),
                    attended.slice(row, rows).from(column));
        });
    }

    /** Scratch memory of one thread; only that thread asks for it. */
    private Scratch scratch(int worker, KeyValueCache cache) {
        if (scratches[worker] == null || scratches[worker].scores().stride() < cache.capacity()) {
            scratches[worker] = new Scratch(
                    Rows.allocate(ROWS, cache.capacity() + Panels.WIDTH),
                    Rows.allocate(ROWS, Panels.padded(config.headSize())));
        }
        return scratches[worker];
    }

    private void attend(Block block, KeyValueCache cache, Scratch scratch, Rows attended) {
        Rows weights = scratch.scores().slice(0, block.queries().count());
        score(block, cache, weights);
        Rows sums = scratch.sums().slice(0, block.queries().count());
        for (int panel = 0; panel < cache.valuePanels(); panel++) {
            mix(block, cache.values(keyValueHead(block), panel, block.end()), weights, sums.from(panel * Panels.WIDTH));
        }
        for (int row = 0; row < sums.count(); row++) {
            System.arraycopy(sums.data(), sums.at(row), attended.data(), attended.at(row), config.headSize());
        }
    }

    /** weights = softmax(q k / sqrt(headSize)) over the positions that each row may see. */
    private void score(Block block, KeyValueCache cache, Rows weights) {
        kernels.multiply(block.queries(), cache.keys(keyValueHead(block), block.end()), weights);
        for (int row = 0; row < weights.count(); row++) {
            kernels.softmax(weights.slice(row, 1), block.position() + row + 1, scale);
        }
    }

    /** sums = weights v: all rows together over the positions that all see, then each row alone over the last few. */
    private void mix(Block block, Panels values, Rows weights, Rows sums) {
        int common = block.position() + 1;
        kernels.multiply(weights, values.inner(0, common), sums);
        for (int row = 1; row < weights.count(); row++) {
            kernels.accumulate(weights.slice(row, 1).from(common), values.inner(common, row), sums.slice(row, 1));
        }
    }

    private int keyValueHead(Block block) {
        return block.head() / (config.heads() / config.keyValueHeads());
    }

    /**
     * The work of one task.
     *
     * @param queries [at most ROWS, headSize]
     * @param position of the first row
     * @param head query head
     */
    private record Block(Rows queries, int position, int head) {

        /** Positions up to the last row's. */
        int end() {
            return position + queries.count();
        }
    }

    /**
     * Memory of one thread.
     *
     * @param scores [ROWS, capacity of the cache]
     * @param sums [ROWS, headSize, padded to panels]
     */
    private record Scratch(Rows scores, Rows sums) {}
}
