package dev.touchstone.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A seeded generator of random numbers (SplitMix64) that is the same on every JDK. {@code java.util.SplittableRandom} has this algorithm too but does not
 * promise to keep its bounded draws.
 *
 * <p>Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (variant 13 of Stafford's mixers); bounded draws by
 * Lemire's multiplication, "Fast random integer generation in an interval", ACM TOMACS 29, 2019, without its rejection step: with 63 bits an
 * index below 2^31 is off its share by less than one in 2^32.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class RandomBits {

    private long state;

    private RandomBits(long seed) {
        this.state = seed;
    }

    /** Any number is a good seed. */
    public static RandomBits seeded(long seed) {
        return new RandomBits(seed);
    }

    /** 64 random bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) Math.multiplyHigh(next() >>> 1, (long) bound << 1);
    }
}
