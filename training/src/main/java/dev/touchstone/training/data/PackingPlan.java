package dev.touchstone.training.data;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How documents are laid out. A document goes into the shortest rows that it fits into, because attention costs as much as rows are long; longer
 * documents than the longest row are left out.
 *
 * @param positions of a step, a multiple of all row lengths
 * @param rows row lengths, ascending; the first ones are the usual rows
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PackingPlan(int positions, List<Integer> rows) {

    /** Checks that rows fit. */
    public PackingPlan {
        rows = List.copyOf(rows);
        boolean isSorted = rows.stream().sorted().distinct().toList().equals(rows);
        if (rows.isEmpty() || !isSorted || rows.stream().anyMatch(row -> row < 1 || positions % row != 0)) {
            throw new IllegalArgumentException("a step of " + positions + " positions can't be cut into rows of " + rows
                    + "; name ascending lengths that divide it");
        }
    }

    /** Length of the usual rows. */
    int usualRow() {
        return rows.get(0);
    }

    /** Length of the longest rows. */
    int longestRow() {
        return rows.get(rows.size() - 1);
    }

    /** Length of the shortest rows that {@code size} positions fit into; at most the longest row. */
    int rowFor(int size) {
        return rows.stream().filter(row -> row >= size).findFirst().orElseThrow();
    }
}
