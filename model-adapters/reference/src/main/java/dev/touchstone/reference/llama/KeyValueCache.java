package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Arrays;

/**
 * Keys and values of one layer for the positions computed so far, laid out as the panels that attention multiplies with: keys so that a
 * panel's outputs are 32 positions, values so that they are 32 elements of the head. Both grow without moving what is there.
 */
final class KeyValueCache {

    private static final int FIRST_CAPACITY = 256;

    private final int headSize;
    /** [key-value head][position / 32, headSize, 32]. */
    private final float[][] keys;
    /** [key-value head][element / 32][position, 32]. */
    private final float[][][] values;

    private int capacity;

    KeyValueCache(LlamaConfig config) {
        headSize = config.headSize();
        keys = new float[config.keyValueHeads()][0];
        values = new float[config.keyValueHeads()][Panels.count(headSize)][0];
    }

    /** Makes room for positions below {@code positions}. */
    void reserve(int positions) {
        if (positions <= capacity) {
            return;
        }
        capacity = Panels.padded(Math.max(positions, Math.max(FIRST_CAPACITY, 2 * capacity)));
        for (int head = 0; head < keys.length; head++) {
            keys[head] = Arrays.copyOf(keys[head], Math.multiplyExact(capacity, headSize));
            for (int panel = 0; panel < values[head].length; panel++) {
                values[head][panel] = Arrays.copyOf(values[head][panel], Math.multiplyExact(capacity, Panels.WIDTH));
            }
        }
    }

    /** Stores the key at {@code from[at]} of one head. */
    void storeKey(int head, int position, float[] from, int at) {
        int block = position / Panels.WIDTH * headSize * Panels.WIDTH + position % Panels.WIDTH;
        for (int i = 0; i < headSize; i++) {
            keys[head][block + i * Panels.WIDTH] = from[at + i];
        }
    }

    /** Stores the value at {@code from[at]} of one head. */
    void storeValue(int head, int position, float[] from, int at) {
        for (int i = 0; i < headSize; i += Panels.WIDTH) {
            int length = Math.min(Panels.WIDTH, headSize - i);
            System.arraycopy(from, at + i, values[head][i / Panels.WIDTH], position * Panels.WIDTH, length);
        }
    }

    /** Keys of positions 0 to {@code positions - 1}, and up to the end of the last panel whatever stood there before. */
    Panels keys(int head, int positions) {
        return new Panels(keys[head], 0, headSize * Panels.WIDTH, Panels.count(positions), headSize);
    }

    /** Elements {@code 32 * panel} to {@code 32 * panel + 31} of the values of positions 0 to {@code positions - 1}. */
    Panels values(int head, int panel, int positions) {
        return new Panels(values[head][panel], 0, 0, 1, positions);
    }

    /** Panels of one head's values. */
    int valuePanels() {
        return Panels.count(headSize);
    }

    /** Numbers kept for one position. */
    long numbersPerPosition() {
        return (long) (keys.length + values.length) * headSize;
    }

    /** Positions there is room for. */
    int capacity() {
        return capacity;
    }
}
