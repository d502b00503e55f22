package dev.touchstone.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Two models' distributions of the same next token, from their logits, in one pass over the vocabulary. Call {@link #of}.
 *
 * <p>With P and Q the softmax of a and b, KL(P, Q) = sum of P (a - b) - ln sum e^a + ln sum e^b, in nats; {@link Divergence} has its meaning. Exponentials
 * and sums are double, in the tokens' order, so that the bits are the same everywhere.
 *
 * @param kl from the first to the second distribution, 0 to infinity; NaN if a logit is no number
 * @param first ln of the sum of e^a
 * @param second ln of the sum of e^b
 * @param firstBest token of the largest a, the lowest of equal ones
 * @param secondBest token of the largest b, the lowest of equal ones
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record LogitPair(double kl, double first, double second, int firstBest, int secondBest) {

    /**
     * Compares them.
     *
     * @param a [vocabulary] logits of the model that is right by definition
     * @param b [vocabulary] those of the one compared with it
     * @throws IllegalArgumentException if they differ in length, or are empty
     */
    public static LogitPair of(float[] a, float[] b) {
        Inputs.requireSameLength("a", a.length, "b", b.length);
        if (a.length == 0) {
            throw new IllegalArgumentException("there are no logits; give those of the whole vocabulary");
        }
        int firstBest = best(a);
        int secondBest = best(b);
        double sumA = 0;
        double sumB = 0;
        double weighted = 0;
        for (int i = 0; i < a.length; i++) {
            double e = Exponential.of((double) a[i] - a[firstBest]);
            sumA += e;
            sumB += Exponential.of((double) b[i] - b[secondBest]);
            weighted += e == 0 ? 0 : e * ((double) a[i] - b[i]);
        }
        double first = a[firstBest] + StrictMath.log(sumA);
        double second = b[secondBest] + StrictMath.log(sumB);
        double kl = weighted / sumA - first + second;
        return new LogitPair(Double.isNaN(kl) ? kl : Math.max(0, kl), first, second, firstBest, secondBest);
    }

    /** Whether both find the same token most probable. */
    public boolean sameBest() {
        return firstBest == secondBest;
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
