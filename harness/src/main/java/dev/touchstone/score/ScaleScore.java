package dev.touchstone.score;

import dev.touchstone.suites.Scale;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where a model sees an item on a scale whose points are the choices. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ScaleScore {

    private ScaleScore() {}

    /**
     * The mean of the points, each weighted with its probability among them: sum(x P(x)) / sum(P(x)). A gold between two points can be met, and
     * two items of the same most probable point still differ, which a correlation needs.
     *
     * @param loglikelihoods [points] of each point
     * @throws ScoreException if one is not a number or infinite, or all points have probability 0: then no mean is defined
     */
    public static double mean(List<Double> loglikelihoods, Scale scale) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < loglikelihoods.size(); i++) {
            if (!(loglikelihoods.get(i) < Double.POSITIVE_INFINITY)) {
                throw new ScoreException("the model's log-likelihood of choice " + i + " is " + loglikelihoods.get(i)
                        + ", so the choices have no mean; check the model's weights");
            }
            highest = Math.max(highest, loglikelihoods.get(i));
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            throw new ScoreException(
                    "the model gives every choice the probability 0, so the choices have no mean; check the model's weights");
        }
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < loglikelihoods.size(); i++) {
            double weight = StrictMath.exp(loglikelihoods.get(i) - highest);
            weights += weight;
            sum += weight * scale.points().get(i);
        }
        return sum / weights;
    }
}
