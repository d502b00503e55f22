package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.llama.AttentionBlock.Group;
import dev.touchstone.reference.math.Roots;

/** All scores of a row, their softmax, and the weighted sum over positions 0, 1, ... in order. */
final class StandardAttention implements AttentionMethod {

    private final Kernels kernels;
    private final float scale;

    StandardAttention(Kernels kernels, int headSize) {
        this.kernels = kernels;
        this.scale = Roots.inverse(headSize);
    }

    @Override
    public int columns(int positions) {
        return positions + Panels.WIDTH;
    }

    @Override
    public void attend(BlockHead head, Rows queries, Rows scores, Rows sums) {
        head.score(queries, Window.ALL, scores);
        for (Group group : head.block().groups()) {
            for (int row = 0; row < group.rows(); row++) {
                kernels.softmax(scores.slice(group.firstRow() + row, 1), group.position() + row + 1, scale);
            }
        }
        sums.clear(sums.stride());
        head.mix(scores, Window.ALL, sums);
    }
}
