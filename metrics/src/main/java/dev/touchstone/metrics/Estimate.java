package dev.touchstone.metrics;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value with its uncertainty. What is undefined is null, never 0, and {@link #undefined} says why.
 *
 * @param value the value, or null
 * @param standardError its standard error, or null
 * @param interval95 a 95 % interval, or null
 * @param n number of outcomes that the value is computed from
 * @param undefined why something is null; null when nothing is
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Estimate(
        @Nullable Double value,
        @Nullable Double standardError,
        @Nullable Interval interval95,
        int n,
        @Nullable String undefined) {

    public Estimate {
        if ((value == null || standardError == null || interval95 == null) && undefined == null) {
            throw new IllegalArgumentException("an estimate that lacks something must say why");
        }
    }

    /** An estimate of which everything is known. */
    public static Estimate of(double value, double standardError, Interval interval95, int n) {
        return new Estimate(value, standardError, Objects.requireNonNull(interval95), n, null);
    }

    /** An estimate without a value. */
    public static Estimate undefined(int n, String because) {
        return new Estimate(null, null, null, n, because);
    }

    /** The ends of an interval, {@code low <= high}. */
    public record Interval(double low, double high) {

        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("the interval's low end " + low + " is above its high end " + high);
            }
        }
    }
}
