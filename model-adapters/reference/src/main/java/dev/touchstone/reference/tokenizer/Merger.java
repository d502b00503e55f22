package dev.touchstone.reference.tokenizer;

import java.util.Arrays;

/**
 * Merges the symbols of one word until no two neighbours can be merged: always the pair of the lowest rank, and of equal ones the
 * leftmost. A linked list and a heap: O(n log n) for n symbols.
 */
final class Merger {

    private static final int END = -1;
    /** In {@link #symbols}: merged into its left neighbour. */
    private static final int GONE = -2;

    private final MergeTable table;
    private final int[] symbols;
    private final int[] previous;
    private final int[] next;
    private final LongHeap candidates;

    private Merger(MergeTable table, int[] symbols) {
        this.table = table;
        this.symbols = symbols;
        this.previous = new int[symbols.length];
        this.next = new int[symbols.length];
        this.candidates = new LongHeap(symbols.length);
    }

    /**
     * Merges.
     *
     * @param symbols the word's first symbols; is overwritten
     * @return the symbols that remain, in order
     */
    static int[] merge(MergeTable table, int[] symbols) {
        if (symbols.length < 2) {
            return symbols;
        }
        Merger merger = new Merger(table, symbols);
        merger.link();
        merger.mergeAll();
        return merger.remaining();
    }

    private void link() {
        for (int i = 0; i < symbols.length; i++) {
            previous[i] = i - 1;
            next[i] = i + 1 < symbols.length ? i + 1 : END;
            addCandidate(i);
        }
    }

    private void mergeAll() {
        while (!candidates.isEmpty()) {
            long candidate = candidates.removeLeast();
            int left = (int) candidate;
            int slot = find(left);
            // A candidate is stale when its symbols have changed since; the new pair, if any, has a candidate of its
            // own.
            if (slot != MergeTable.NONE && table.rank(slot) == (int) (candidate >>> 32)) {
                mergeAt(left, table.merged(slot));
            }
        }
    }

    private void mergeAt(int left, int mergedSymbol) {
        int right = next[left];
        symbols[left] = mergedSymbol;
        symbols[right] = GONE;
        next[left] = next[right];
        if (next[left] != END) {
            previous[next[left]] = left;
        }
        addCandidate(left);
        if (previous[left] != END) {
            addCandidate(previous[left]);
        }
    }

    private void addCandidate(int left) {
        int slot = find(left);
        if (slot != MergeTable.NONE) {
            candidates.add((long) table.rank(slot) << 32 | left);
        }
    }

    /** The merge of the symbol at {@code left} with its right neighbour, if there is one. */
    private int find(int left) {
        if (symbols[left] == GONE || next[left] == END) {
            return MergeTable.NONE;
        }
        return table.find(symbols[left], symbols[next[left]]);
    }

    private int[] remaining() {
        int count = 0;
        for (int i = 0; i != END; i = next[i]) {
            symbols[count++] = symbols[i];
        }
        return Arrays.copyOf(symbols, count);
    }
}
