package dev.touchstone.reference.llama;

/**
 * Consecutive positions whose scores are in memory together.
 *
 * @param from the first one
 * @param to the position after the last one
 * @param origin the position whose score would be in the first column
 */
record Window(int from, int to, int origin) {

    /** Everything, each position's score in the column of its number. */
    static final Window ALL = new Window(0, Integer.MAX_VALUE, 0);
}
