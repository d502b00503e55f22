package dev.touchstone.training.data;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How documents are laid out.
 *
 * @param positions of a step, a multiple of both row lengths
 * @param row length of the usual rows
 * @param longRow length of the rows for documents that don't fit into a usual one; longer documents are left out
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PackingPlan(int positions, int row, int longRow) {

    /** Checks that rows fit. */
    public PackingPlan {
        if (row > longRow || positions % row != 0 || positions % longRow != 0) {
            throw new IllegalArgumentException("a step of " + positions + " positions can't be cut into rows of " + row
                    + " and " + longRow + "; take a common multiple, and a long row that isn't the shorter one");
        }
    }
}
