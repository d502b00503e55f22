package dev.touchstone.reference.llama;

import dev.touchstone.reference.llama.KeyValueCache.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions that are computed together, a row each, of any number of sequences. Rows that see the same positions first stand next to each
 * other, so that attention can read those once for several rows.
 */
final class Batch {

    private final List<Run> runs = new ArrayList<>();
    private int size;

    /** Adds the positions {@code from} to {@code to - 1} of the sequence that ends with a branch. */
    void add(Branch tail, int from, int to) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        // A branch that goes on where the run before ended sees all of it, as if it were one.
        if (last != null && last.to == from && tail.at(last.to - 1) == last.tail.at(last.to - 1)) {
            runs.set(runs.size() - 1, new Run(tail, last.from, to, last.firstRow));
        } else {
            runs.add(new Run(tail, from, to, size));
        }
        size += to - from;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Number of rows. */
    int size() {
        return size;
    }

    /** The position after the last one of all rows. */
    int end() {
        return runs.stream().mapToInt(Run::to).max().orElse(0);
    }

    /** The rows in order; their places in the cache are known from now on, so no branch may be split any more. */
    Row[] rows() {
        Row[] rows = new Row[size];
        for (Run run : runs) {
            for (int position = run.from; position < run.to; position++) {
                Branch branch = run.tail.at(position);
                rows[run.firstRow + position - run.from] =
                        new Row(branch.token(position), position, branch.place(position));
            }
        }
        return rows;
    }

    /** The rows in groups for attention, those that take longest first. */
    List<AttentionBlock> attentionBlocks() {
        return AttentionBlocks.of(runs);
    }

    void clear() {
        runs.clear();
        size = 0;
    }

    /**
     * Consecutive positions of one sequence.
     *
     * @param tail the branch that the sequence up to the last position ends with, or one below it
     * @param to the position after the last one
     */
    record Run(Branch tail, int from, int to, int firstRow) {

        /** The same without its first positions. */
        Run from(int position) {
            return new Run(tail, position, to, firstRow + position - from);
        }

        /** Its first positions only. */
        Run first(int count) {
            return new Run(tail, from, from + count, firstRow);
        }

        int size() {
            return to - from;
        }
    }

    /** One position. */
    record Row(int token, int position, Place place) {}
}
