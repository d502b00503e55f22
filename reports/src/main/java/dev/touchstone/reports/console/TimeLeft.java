package dev.touchstone.reports.console;

import java.util.OptionalLong;

/**
 * Estimates how long a suite still takes from the work done and left. Speed is averaged with weights that fall off
 * by e in {@link #MEMORY_NANOS}, so that the estimate follows a change (short subjects, then long ones) without jumping. It says
 * nothing until it has seen enough to be worth reading.
 */
final class TimeLeft {

    /** Long against the time of one item, short against a suite: 30 s. */
    private static final double MEMORY_NANOS = 30e9;

    /** The first seconds are warm-up of model and JVM: no estimate from less than 3 s. */
    private static final long FIRST_NANOS = 3_000_000_000L;

    /** Nor from fewer items: one long prompt says little about the others. */
    private static final int FIRST_ITEMS = 3;

    private final long start;
    private long last;
    private long left;
    private int items;
    private double bytes;
    private double nanos;

    /** @param now a time in nanoseconds, from the same clock as those that follow */
    TimeLeft(long work, long now) {
        this.left = work;
        this.start = now;
        this.last = now;
    }

    /** Some bytes were done. */
    void done(long work, long now) {
        double kept = Math.exp(-(now - last) / MEMORY_NANOS);
        bytes = bytes * kept + work;
        nanos = nanos * kept + (now - last);
        last = now;
        left = Math.max(0, left - work);
        items++;
    }

    /** Nanoseconds left, or empty as long as it is too early to say. */
    OptionalLong nanos(long now) {
        if (items < FIRST_ITEMS || now - start < FIRST_NANOS || bytes <= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round(left * (nanos / bytes)));
    }
}
