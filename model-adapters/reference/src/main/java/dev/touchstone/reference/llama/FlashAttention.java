package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.llama.AttentionBlock.Group;
import dev.touchstone.reference.math.Roots;
import java.util.Arrays;

/**
 * Scores of one tile of positions at a time (Dao et al. 2022, arXiv:2205.14135; Dao 2023, arXiv:2307.08691, algorithm 1 without its backward pass): with the
 * largest score so far m and the sum so far of e^(score - m), a tile with a larger score makes what was summed up before smaller by e^(m - its largest);
 * sums are divided once, at the end. Tiles begin at multiples of their length, whatever is computed together, so that bits do not depend on that.
 */
final class FlashAttention implements AttentionMethod {

    /** Positions of a tile: eight rows of their scores take 4 KiB, keys and values of heads of 64 elements 64 KiB. */
    private static final int TILE = 128;

    /** Keys are multiplied page by page, so that scores of neighbours on either side come along. */
    private static final int MARGIN = KeyValueCache.PAGE;

    private final Kernels kernels;
    private final float scale;

    FlashAttention(Kernels kernels, int headSize) {
        this.kernels = kernels;
        this.scale = Roots.inverse(headSize);
    }

    @Override
    public int columns(int positions) {
        return MARGIN + TILE + MARGIN;
    }

    @Override
    public void attend(BlockHead head, Rows queries, Rows scores, Rows sums) {
        float[][] states = new float[sums.count()][];
        Arrays.setAll(states, row -> new float[] {Float.NEGATIVE_INFINITY, 0});
        sums.clear(sums.stride());
        for (int from = 0; from < head.block().end(); from += TILE) {
            Window tile = new Window(from, from + TILE, from - MARGIN);
            head.score(queries, tile, scores);
            weigh(head.block(), tile, scores, states, sums);
            head.mix(scores, tile, sums);
        }
        for (int row = 0; row < sums.count(); row++) {
            multiply(sums, row, 1 / states[row][1]);
        }
    }

    /** Scores become weights, and what was summed up before is brought to the same scale. */
    private void weigh(AttentionBlock block, Window tile, Rows scores, float[][] states, Rows sums) {
        for (Group group : block.groups()) {
            for (int i = 0; i < group.rows(); i++) {
                int row = group.firstRow() + i;
                int seen = Math.min(tile.to(), group.position() + i + 1) - tile.from();
                if (seen > 0) {
                    Rows own = scores.slice(row, 1).from(MARGIN);
                    multiply(sums, row, kernels.softmaxPart(own, seen, scale, states[row]));
                }
            }
        }
    }

    private static void multiply(Rows rows, int row, float factor) {
        if (factor != 1) {
            for (int i = rows.at(row); i < rows.at(row) + rows.stride(); i++) {
                rows.data()[i] *= factor;
            }
        }
    }
}
