package dev.touchstone.metric;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How sure a model is among the choices of an item. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Softmax {

    private Softmax() {}

    /**
     * exp(x - max) over their sum: the largest is taken off first so that nothing overflows.
     *
     * @param loglikelihoods of each choice, at least one; all NaN when all are minus infinity, as there is no share of nothing
     */
    public static double[] of(List<Double> loglikelihoods) {
        double largest =
                loglikelihoods.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double[] weights = loglikelihoods.stream()
                .mapToDouble(value -> StrictMath.exp(value - largest))
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
