package dev.touchstone.reference.llama;

import java.util.List;

/**
 * Some neighbouring rows of a batch that attention computes together.
 *
 * @param firstRow the first one's number in the batch
 * @param rows number of rows, at most {@link #ROWS}
 * @param shared where the first positions are, which all rows see; of a block with a single group all positions that any of its rows sees
 * @param sharedLength number of positions that all rows see
 * @param groups the rows by sequence
 */
record AttentionBlock(int firstRow, int rows, List<Span> shared, int sharedLength, List<Group> groups) {

    /** Rows of one block at most: those of the vector kernels' tallest tile. */
    static final int ROWS = 8;

    /** The position after the last one that any row sees. */
    int end() {
        return groups.stream()
                .mapToInt(group -> group.position() + group.rows())
                .max()
                .orElse(0);
    }

    /** How much there is to compute, in positions that rows see. */
    long work() {
        return groups.stream()
                .mapToLong(group -> (long) group.rows() * group.position())
                .sum();
    }

    /**
     * Rows at consecutive positions of one sequence.
     *
     * @param firstRow the first one's number in the block
     * @param rows number of rows
     * @param position the first row's position
     * @param own where the positions after the shared ones are, up to the last row's
     */
    record Group(int firstRow, int rows, int position, List<Span> own) {}
}
