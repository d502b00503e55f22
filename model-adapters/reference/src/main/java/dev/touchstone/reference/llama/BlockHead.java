package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.llama.AttentionBlock.Group;
import java.util.List;

/**
 * The products of one head of one block with what is in the cache.
 *
 * @param head the key-value head
 */
record BlockHead(Kernels kernels, KeyValueCache cache, int layer, int head, AttentionBlock block) {

    /** scores = q k of a window's positions, as far as each row's sequence has them. */
    void score(Rows queries, Window window, Rows scores) {
        multiply(queries, block.shared(), window, scores);
        if (block.groups().size() > 1) {
            for (Group group : block.groups()) {
                Rows own = scores.slice(group.firstRow(), group.rows());
                multiply(queries.slice(group.firstRow(), group.rows()), group.own(), window, own);
            }
        }
    }

    /** Spans are multiplied in order: what stands beside a span in its pages is overwritten by the next one, or not looked at. */
    private void multiply(Rows queries, List<Span> spans, Window window, Rows scores) {
        for (Span span : spans) {
            int first = Math.max(window.from(), span.start());
            int count = Math.min(window.to(), span.end()) - first;
            if (count > 0) {
                Span part = span.part(first, count);
                kernels.multiply(queries, cache.keys(layer, head, part), scores.from(part.base() - window.origin()));
            }
        }
    }

    /**
     * Continues sums = weights v: all rows together over the positions that all see, then each sequence's own, then each row's last few.
     *
     * @param weights [rows, columns of the window]
     * @param sums [rows, headSize, padded to panels]
     */
    void mix(Rows weights, Window window, Rows sums) {
        for (int panel = 0; panel < cache.valuePanels(); panel++) {
            mix(weights, window, panel, sums.from(panel * Panels.WIDTH));
        }
    }

    private void mix(Rows weights, Window window, int panel, Rows sums) {
        accumulate(weights, block.shared(), within(window, 0, block.sharedLength()), panel, sums);
        for (Group group : block.groups()) {
            int common = group.position() + 1;
            accumulate(
                    weights.slice(group.firstRow(), group.rows()),
                    group.own(),
                    within(window, block.sharedLength(), common),
                    panel,
                    sums.slice(group.firstRow(), group.rows()));
            for (int i = 1; i < group.rows(); i++) {
                int row = group.firstRow() + i;
                Window last = within(window, common, common + i);
                accumulate(weights.slice(row, 1), group.own(), last, panel, sums.slice(row, 1));
            }
        }
    }

    private static Window within(Window window, int from, int to) {
        return new Window(Math.max(window.from(), from), Math.min(window.to(), to), window.origin());
    }

    private void accumulate(Rows factors, List<Span> spans, Window seen, int panel, Rows sums) {
        for (Span span : spans) {
            int first = Math.max(seen.from(), span.start());
            int count = Math.min(seen.to(), span.end()) - first;
            if (count > 0) {
                Panels values = cache.values(layer, head, panel, span.part(first, count));
                kernels.accumulate(factors.from(first - seen.origin()), values, sums);
            }
        }
    }
}
