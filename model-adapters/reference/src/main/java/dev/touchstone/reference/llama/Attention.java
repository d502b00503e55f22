package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.llama.AttentionBlock.Group;
import dev.touchstone.reference.math.Roots;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.List;

/**
 * Causal attention of a batch over the cache; multi-head, grouped-query and multi-query alike (consecutive query heads share a key-value
 * head). A row's result depends on its own sequence up to its position only: its softmax and its weighted sum run over positions 0, 1, ... in
 * order, wherever they are kept and whatever else is computed with it.
 */
final class Attention {

    private static final int ROWS = AttentionBlock.ROWS;

    private final LlamaConfig config;
    private final Kernels kernels;
    private final Workers workers;
    private final KeyValueCache cache;
    private final float scale;
    private final Scratch[] scratches;

    Attention(LlamaConfig config, Kernels kernels, Workers workers, KeyValueCache cache) {
        this.config = config;
        this.kernels = kernels;
        this.workers = workers;
        this.cache = cache;
        this.scale = Roots.inverse(config.headSize());
        this.scratches = new Scratch[workers.threads()];
    }

    /** Makes room for sequences of {@code positions}; not to be called while rows attend. */
    void reserve(int positions) {
        if (scratches[0] == null || scratches[0].scores().stride() < positions + Panels.WIDTH) {
            // Twice as long as asked for, because sequences grow.
            int columns = Panels.padded(2 * positions) + Panels.WIDTH;
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
            new Head(layer, shared, block, scratches[worker])
                    .attend(
                            queries.slice(block.firstRow(), block.rows()).from(column),
                            attended.slice(block.firstRow(), block.rows()).from(column));
        });
    }

    /** One head of one block. */
    private final class Head {

        private final int layer;
        private final int head;
        private final AttentionBlock block;
        private final Rows weights;
        private final Rows sums;

        Head(int layer, int head, AttentionBlock block, Scratch scratch) {
            this.layer = layer;
            this.head = head;
            this.block = block;
            this.weights = scratch.scores().slice(0, block.rows());
            this.sums = scratch.sums().slice(0, block.rows());
        }

        void attend(Rows queries, Rows attended) {
            score(queries);
            sums.clear(sums.stride());
            for (int panel = 0; panel < cache.valuePanels(); panel++) {
                mix(panel, sums.from(panel * Panels.WIDTH));
            }
            for (int row = 0; row < sums.count(); row++) {
                System.arraycopy(sums.data(), sums.at(row), attended.data(), attended.at(row), config.headSize());
            }
        }

        /** weights = softmax(q k / sqrt(headSize)) over the positions that each row may see. */
        private void score(Rows queries) {
            multiply(queries, block.shared(), weights);
            for (Group group : block.groups()) {
                Rows own = weights.slice(group.firstRow(), group.rows());
                if (block.groups().size() > 1) {
                    multiply(queries.slice(group.firstRow(), group.rows()), group.own(), own);
                }
                for (int row = 0; row < group.rows(); row++) {
                    kernels.softmax(own.slice(row, 1), group.position() + row + 1, scale);
                }
            }
        }

        /** Spans are multiplied in order: what stands beside a span in its pages is overwritten by the next one, or not looked at. */
        private void multiply(Rows queries, List<Span> spans, Rows scores) {
            for (Span span : spans) {
                kernels.multiply(queries, cache.keys(layer, head, span), scores.from(span.base()));
            }
        }

        /** sums = weights v: all rows together over the positions that all see, then each sequence's own, then each row's last few. */
        private void mix(int panel, Rows sums) {
            accumulate(weights, new Seen(block.shared(), 0, block.sharedLength()), panel, sums);
            for (Group group : block.groups()) {
                int common = group.position() + 1;
                accumulate(
                        weights.slice(group.firstRow(), group.rows()),
                        new Seen(group.own(), block.sharedLength(), common),
                        panel,
                        sums.slice(group.firstRow(), group.rows()));
                for (int i = 1; i < group.rows(); i++) {
                    int row = group.firstRow() + i;
                    accumulate(
                            weights.slice(row, 1),
                            new Seen(group.own(), common, common + i),
                            panel,
                            sums.slice(row, 1));
                }
            }
        }

        private void accumulate(Rows factors, Seen seen, int panel, Rows sums) {
            for (Span span : seen.spans) {
                int first = Math.max(seen.from, span.start());
                int count = Math.min(seen.to, span.end()) - first;
                if (count > 0) {
                    Panels values = cache.values(layer, head, panel, span.part(first, count));
                    kernels.accumulate(factors.from(first), values, sums);
                }
            }
        }
    }

    /** The positions {@code from} to {@code to - 1}, which lie in some of the spans. */
    private record Seen(List<Span> spans, int from, int to) {}

    /**
     * Memory of one thread.
     *
     * @param scores [ROWS, positions]
     * @param sums [ROWS, headSize, padded to panels]
     */
    private record Scratch(Rows scores, Rows sums) {}
}
