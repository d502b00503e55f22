package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A panel of codes and what they stand for: factor = value * scale of the output's group, where value is code - zero, or the code's level.
 *
 * @param codes [depth, outputs]
 * @param group inner indexes that share scale and zero
 * @param zeros [groups, outputs] unsigned bytes; a single one where all are the same
 * @param levels one for each code; empty where values are code - zero
 * @param scales [groups, outputs]; empty where factors are not scaled
 * @param leastScale the smallest of them; infinity where there are none
 */
@API(status = Status.INTERNAL, since = "0.1")
public record CodePanel(PackedCodes codes, int group, byte[] zeros, float[] levels, float[] scales, float leastScale) {

    /** With the smallest scale. */
    public CodePanel(PackedCodes codes, int group, byte[] zeros, float[] levels, float[] scales) {
        this(codes, group, zeros, levels, scales, least(scales));
    }

    private static float least(float[] scales) {
        float least = Float.POSITIVE_INFINITY;
        for (float scale : scales) {
            least = Math.min(least, scale);
        }
        return least;
    }

    /** The factor at one place: the definition. */
    public float factor(int k, int output) {
        int place = place(k) + output;
        int code = codes.get(k, output);
        float value = levels.length > 0 ? levels[code] : code - (zeros[zeros.length == 1 ? 0 : place] & 0xff);
        return scales.length == 0 ? value : value * scales[place];
    }

    /** Length of the inner dimension. */
    public int depth() {
        return codes.depth();
    }

    /** Where the zeros and scales of an inner index begin. */
    public int place(int k) {
        return k / group * Panels.WIDTH;
    }

    /** Number of groups. */
    public int groups() {
        return (depth() + group - 1) / group;
    }

    /** The end of the group that an inner index is in. */
    public int groupEnd(int k) {
        return Math.min(depth(), (k / group + 1) * group);
    }

    /** Bytes of codes, zeros and scales. */
    public long bytes() {
        return codes.data().length + zeros.length + (long) Float.BYTES * scales.length;
    }
}
