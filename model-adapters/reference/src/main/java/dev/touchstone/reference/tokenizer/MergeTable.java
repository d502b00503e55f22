package dev.touchstone.reference.tokenizer;

import java.util.Arrays;

/**
 * What two neighbouring symbols become when they are merged, and how soon: an open-addressing hash table from a pair of symbols to a
 * rank (lower is sooner) and the merged symbol. Filled once, then read by any number of threads.
 */
final class MergeTable {

    /** No such pair. Symbols are at least 0, so no key is negative either. */
    static final int NONE = -1;

    private static final long FREE = -1;

    private final long[] keys;
    private final int[] ranks;
    private final int[] merged;
    private final int mask;

    /** A table for at most {@code pairs} pairs; at most half of it is filled. */
    MergeTable(int pairs) {
        int capacity = Integer.highestOneBit(Math.max(8, pairs)) << 2;
        keys = new long[capacity];
        Arrays.fill(keys, FREE);
        ranks = new int[capacity];
        merged = new int[capacity];
        mask = capacity - 1;
    }

    /** Adds a pair; of a pair that is added twice the first stays. */
    void add(int left, int right, int rank, int mergedSymbol) {
        long key = key(left, right);
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            ranks[slot] = rank;
            merged[slot] = mergedSymbol;
        }
    }

    /** Where the pair is, or {@link #NONE}. */
    int find(int left, int right) {
        long key = key(left, right);
        int slot = slot(key);
        return keys[slot] == key ? slot : NONE;
    }

    int rank(int slot) {
        return ranks[slot];
    }

    int merged(int slot) {
        return merged[slot];
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    private int slot(long key) {
        // Fibonacci hashing: the upper bits of the product depend on all bits of the key.
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
