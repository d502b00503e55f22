package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a number becomes a whole one: clamp(round(x / scale) + zero) - zero, to nearest, ties to even.
 *
 * @param low smallest code
 * @param high largest code
 */
@API(status = Status.INTERNAL, since = "0.1")
public record CodeRule(float scale, int zero, int low, int high) {

    /** The definition; NaN stays NaN. */
    public float code(float x) {
        float code = (float) Math.rint(x / scale) + zero;
        return Math.max(low, Math.min(high, code)) - zero;
    }
}
