package dev.touchstone.metrics.random;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The part of CPython's {@code random.Random} that lm-evaluation-harness draws with: Matsumoto, Nishimura, "Mersenne twister", ACM TOMACS 8,
 * 1998 (MT19937, {@code init_by_array}), and {@code Lib/random.py} of Python 3.11 ({@code random}, {@code choices}, {@code sample}). Not for
 * use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class CpythonRandom {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    /** {@code random.Random(seed)}; like CPython's, a negative seed gives the same numbers as its absolute value. */
    public CpythonRandom(long seed) {
        seed(Math.abs(seed));
    }

    private void seed(long seed) {
        int[] key = seed >>> 32 == 0 ? new int[] {(int) seed} : new int[] {(int) seed, (int) (seed >>> 32)};
        state[0] = 19650218;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        int i = 1;
        for (int k = 0; k < SIZE; k++) {
            int j = k % key.length;
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + key[j] + j;
            i = following(i);
        }
        for (int k = 0; k < SIZE - 1; k++) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
            i = following(i);
        }
        state[0] = 0x80000000;
    }

    private int following(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /** An index as {@code random.choices} draws it: {@code floor(random() * n)}. */
    public int below(int n) {
        long high = bits() >>> 5;
        long low = bits() >>> 6;
        return (int) ((high * 67108864.0 + low) * (1.0 / 9007199254740992.0) * n);
    }

    /**
     * {@code random.sample(range(n), k)}: k different indexes in the order in which they are drawn.
     *
     * @throws IllegalArgumentException if there are fewer than k
     */
    public int[] sample(int n, int k) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("can't draw " + k + " of " + n + "; legal: 0 to " + n);
        }
        return n <= poolLimit(k) ? sampleFromPool(n, k) : sampleWithoutRepeats(n, k);
    }

    /** Up to this many, a list of all is smaller than a set of the drawn; {@code 4 ** ceil(log(k * 3, 4))} in whole numbers. */
    private static int poolLimit(int k) {
        int limit = 21;
        if (k > 5) {
            int power = 1;
            while (power < 3L * k) {
                power *= 4;
            }
            limit += power;
        }
        return limit;
    }

    private int[] sampleFromPool(int n, int k) {
        int[] pool = IntStream.range(0, n).toArray();
        int[] drawn = new int[k];
        for (int i = 0; i < k; i++) {
            int j = uniform(n - i);
            drawn[i] = pool[j];
            pool[j] = pool[n - i - 1];
        }
        return drawn;
    }

    private int[] sampleWithoutRepeats(int n, int k) {
        int[] drawn = new int[k];
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < k; i++) {
            int j = uniform(n);
            while (!seen.add(j)) {
                j = uniform(n);
            }
            drawn[i] = j;
        }
        return drawn;
    }

    /** {@code _randbelow(n)}: as many bits as n has, drawn until they are below n. */
    private int uniform(int n) {
        int shift = Integer.numberOfLeadingZeros(n);
        int value = bits() >>> shift;
        while (value >= n) {
            value = bits() >>> shift;
        }
        return value;
    }

    /** {@code getrandbits(32)}. */
    int bits() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
