package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The order in which long sums are added up: element i goes to lane i mod 16, in ascending order, and the lanes are added in a fixed tree.
 * The order does not depend on the width of the machine's vectors, so neither does the sum.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Lanes {

    /** Number of virtual lanes: one vector of AVX-512, the widest in use. */
    public static final int COUNT = 16;

    private Lanes() {}

    /** Elements that fill all lanes equally often; the rest of {@code length} is the tail. */
    public static int whole(int length) {
        return length - length % COUNT;
    }

    /** Adds the lanes: lane i takes lane i + 8, then i + 4, i + 2, i + 1. Overwrites them. */
    public static float sum(float[] lanes) {
        for (int half = COUNT / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return lanes[0];
    }
}
