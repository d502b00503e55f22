package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Rows;

/** How the rows of one head are made of scores and values. The result of a row depends on its own sequence up to its position only. */
interface AttentionMethod {

    /** Columns of scores that are needed for sequences of so many positions. */
    int columns(int positions);

    /**
     * Attends.
     *
     * @param queries [rows, headSize]
     * @param scores memory [rows, at least {@link #columns}]
     * @param sums the result [rows, headSize, padded to panels]
     */
    void attend(BlockHead head, Rows queries, Rows scores, Rows sums);
}
