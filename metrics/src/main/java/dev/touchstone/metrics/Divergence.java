package dev.touchstone.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far one next-token distribution is from another. Call {@link #kl} or {@link #jensenShannon} for each position and {@link Mean#of} over them.
 *
 * <p>KL(P, Q) = sum of p ln(p / q), nats (Kullback, Leibler, 1951): what is lost by using Q, a quantised model, for P, the model it came from. At
 * least 0; infinite where Q excludes what P allows. Jensen-Shannon (Lin, IEEE Trans. Information Theory 37, 1991) is the mean of KL to the
 * middle of both; symmetric, from 0 to ln 2.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Divergence {

    private Divergence() {}

    /**
     * KL(P, Q) in nats. Rounding can leave a sum slightly below 0, which is given as 0.
     *
     * @param logP [vocabulary] natural log-probabilities of the distribution that is right by definition
     * @param logQ [vocabulary] those of the one compared with it
     * @return 0 to infinity
     * @throws IllegalArgumentException if one is not a distribution
     */
    public static double kl(double[] logP, double[] logQ) {
        requireDistributions(logP, logQ);
        double sum = 0;
        for (int i = 0; i < logP.length; i++) {
            if (logP[i] != Double.NEGATIVE_INFINITY) {
                sum += StrictMath.exp(logP[i]) * (logP[i] - logQ[i]);
            }
        }
        return Math.max(0, sum);
    }

    /** The Jensen-Shannon divergence, nats, 0 to ln 2; arguments as in {@link #kl}. */
    public static double jensenShannon(double[] logP, double[] logQ) {
        requireDistributions(logP, logQ);
        double sum = 0;
        for (int i = 0; i < logP.length; i++) {
            double p = StrictMath.exp(logP[i]);
            double q = StrictMath.exp(logQ[i]);
            double logMiddle = StrictMath.log((p + q) / 2);
            sum += (p == 0 ? 0 : p * (logP[i] - logMiddle)) + (q == 0 ? 0 : q * (logQ[i] - logMiddle));
        }
        return Math.max(0, sum / 2);
    }

    private static void requireDistributions(double[] logP, double[] logQ) {
        Inputs.requireSameLength("logP", logP.length, "logQ", logQ.length);
        requireDistribution("logP", logP);
        requireDistribution("logQ", logQ);
    }

    private static void requireDistribution(String name, double[] logs) {
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log);
        }
        // 1e-3: what float32 log-probabilities over 150,000 tokens may be off by
        if (!(Math.abs(sum - 1) <= 1e-3)) {
            throw new IllegalArgumentException("the probabilities of " + name + " sum to " + sum
                    + "; give natural log-probabilities over the whole vocabulary (log-softmax of the logits)");
        }
    }
}
