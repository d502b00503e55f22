package dev.touchstone.reference.llama;

import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import java.util.Arrays;

/** Rotary position embedding of one head: each pair (a, b) becomes (a cos - b sin, b cos + a sin) of its angle at that position. */
final class Rope {

    private final double[] frequencies;
    private final Pairs pairs;
    private final int first;
    private float[] cosines = {};
    private float[] sines = {};

    /**
     * @param frequencies radians per position, one for each pair
     * @param first what position 0 of the methods below counts as; scores between two positions do not depend on it, but for rounding
     */
    Rope(double[] frequencies, Pairs pairs, int first) {
        this.frequencies = frequencies;
        this.pairs = pairs;
        this.first = first;
    }

    /** Makes the tables [positions, pairs] long enough; not to be called while heads are rotated. */
    void reserve(int positions) {
        int known = cosines.length / frequencies.length;
        if (positions <= known) {
            return;
        }
        int wanted = Math.max(positions, 2 * known);
        cosines = Arrays.copyOf(cosines, wanted * frequencies.length);
        sines = Arrays.copyOf(sines, wanted * frequencies.length);
        for (int position = known; position < wanted; position++) {
            tabulate(position);
        }
    }

    private void tabulate(int position) {
        for (int pair = 0; pair < frequencies.length; pair++) {
            double angle = (first + position) * frequencies[pair];
            // StrictMath is specified bit for bit (fdlibm), unlike Math.
            cosines[position * frequencies.length + pair] = (float) StrictMath.cos(angle);
            sines[position * frequencies.length + pair] = (float) StrictMath.sin(angle);
        }
    }

    /** Rotates the head at {@code data[at]} in place for a reserved position. */
    void rotate(float[] data, int at, int position) {
        int count = frequencies.length;
        int angle = position * count;
        boolean adjacent = pairs == Pairs.ADJACENT;
        for (int pair = 0; pair < count; pair++) {
            int first = adjacent ? at + 2 * pair : at + pair;
            int second = adjacent ? first + 1 : first + count;
            float a = data[first];
            float b = data[second];
            data[first] = a * cosines[angle + pair] - b * sines[angle + pair];
            data[second] = b * cosines[angle + pair] + a * sines[angle + pair];
        }
    }
}
