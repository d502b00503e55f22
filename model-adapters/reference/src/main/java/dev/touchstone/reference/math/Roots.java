package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Roots with the same bits everywhere. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Roots {

    private Roots() {}

    /** 1 / sqrt(x), computed in double and rounded once to fp32: IEEE 754 defines both operations exactly. */
    public static float inverse(float x) {
        return (float) (1 / Math.sqrt(x));
    }
}
