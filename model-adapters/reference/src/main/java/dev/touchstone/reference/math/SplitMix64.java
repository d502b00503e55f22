package dev.touchstone.reference.math;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014), with the golden gamma: the same
 * numbers from the same seed on every JVM, whatever its own generators become. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SplitMix64 {

    /** 2^64 divided by the golden ratio, made odd. */
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** A generator whose numbers depend on the seed only; any seed will do. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** 64 bits. */
    public long nextLong() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A multiple of 2^-53, at least 0, below 1: the upper 53 bits of {@link #nextLong}. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }
}
