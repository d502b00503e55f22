package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Mean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mean negative logarithm of the probability of what was right (cross-entropy), nats. Call {@link #of}. It is a mean over items, so standard
 * error and interval are those of {@link Mean}; the logarithm is the same on every platform. A right answer with probability 0 makes it infinite:
 * undefined, and said, where scikit-learn silently takes the smallest positive number instead.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class LogLoss {

    private LogLoss() {}

    /**
     * From 0, perfect, upwards; ln(classes) is chance.
     *
     * @param ofGold [items] the probability that the model gave to the right class, 0 to 1
     */
    public static Estimate of(double... ofGold) {
        Inputs.requireProbabilities("probability", ofGold);
        double[] losses = new double[ofGold.length];
        for (int i = 0; i < losses.length; i++) {
            if (ofGold[i] == 0) {
                return Estimate.undefined(
                        losses.length,
                        "item " + i + " of " + losses.length
                                + " has probability 0 for what is right: the log loss is infinite");
            }
            losses[i] = -StrictMath.log(ofGold[i]);
        }
        return Mean.of(losses);
    }
}
