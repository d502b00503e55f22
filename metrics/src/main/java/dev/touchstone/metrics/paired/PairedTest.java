package dev.touchstone.metrics.paired;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a paired test says: how likely a difference at least as large is if the models are equally good. p-values from 0 to 1.
 *
 * @param twoSided for a difference in either direction; null when undefined
 * @param worse for a candidate that is worse than the baseline: small when it did worse; null when undefined
 * @param better for a candidate that is better: small when it did better; null when undefined
 * @param n number of pairs that the test is computed from
 * @param undefined why there are no p-values; null when there are
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PairedTest(
        @Nullable Double twoSided,
        @Nullable Double worse,
        @Nullable Double better,
        int n,
        @Nullable String undefined) {

    static PairedTest of(double twoSided, double worse, double better, int n) {
        return new PairedTest(twoSided, worse, better, n, null);
    }

    static PairedTest undefined(int n, String because) {
        return new PairedTest(null, null, null, n, because);
    }
}
