package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * The last hidden state of every cached position, so that a request can score a position that an earlier one computed. Small next to the
 * keys and values: width floats a position against 2 * layers * keyValueHeads * headSize.
 */
final class HiddenStates {

    private static final int BLOCK = 256;

    private final int width;
    private final List<Rows> blocks = new ArrayList<>();

    HiddenStates(int width) {
        this.width = Panels.padded(width);
    }

    /** Copies states [rows, width] to consecutive positions. */
    void store(int position, Rows states) {
        while (blocks.size() * BLOCK < position + states.count()) {
            blocks.add(Rows.allocate(BLOCK, width));
        }
        for (int row = 0; row < states.count(); row++) {
            copy(states, row, block(position + row), (position + row) % BLOCK);
        }
    }

    /** Copies the states of consecutive positions to rows. */
    void load(int position, Rows states) {
        for (int row = 0; row < states.count(); row++) {
            copy(block(position + row), (position + row) % BLOCK, states, row);
        }
    }

    private Rows block(int position) {
        return blocks.get(position / BLOCK);
    }

    private void copy(Rows from, int fromRow, Rows to, int toRow) {
        System.arraycopy(from.data(), from.at(fromRow), to.data(), to.at(toRow), width);
    }
}
