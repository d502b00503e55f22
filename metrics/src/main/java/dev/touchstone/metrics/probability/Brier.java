package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Mean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mean squared error of probabilities; 0 is perfect (Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather
 * Review 78, 1950). Call {@link #binary} or {@link #multiclass}. It is a mean over items, so standard error and interval are those of {@link Mean}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Brier {

    private Brier() {}

    /**
     * Mean of (p - y)^2, from 0 to 1; half of what {@link #multiclass} gives for the same two classes. scikit-learn's {@code brier_score_loss}.
     *
     * @param positive [items] whether an item is positive
     * @param probabilities [items] probability of being positive, 0 to 1
     */
    public static Estimate binary(boolean[] positive, double[] probabilities) {
        Inputs.requireSameLength("positive", positive.length, "probabilities", probabilities.length);
        Inputs.requireProbabilities("probability", probabilities);
        double[] scores = new double[positive.length];
        for (int i = 0; i < scores.length; i++) {
            double error = probabilities[i] - (positive[i] ? 1 : 0);
            scores[i] = error * error;
        }
        return Mean.of(scores);
    }

    /**
     * Mean over items of the sum over classes of (p - y)^2, from 0 to 2, as Brier defined it and lm-evaluation-harness ({@code brier_score}) has it.
     *
     * @param gold [items] right classes, 0 to classes - 1
     * @param probabilities [items][classes] each row sums to 1
     */
    public static Estimate multiclass(int[] gold, double[][] probabilities) {
        Inputs.requireSameLength("gold", gold.length, "probabilities", probabilities.length);
        int classes = Inputs.requireDistributions(probabilities);
        Inputs.requireLabels("gold", gold, classes);
        double[] scores = new double[gold.length];
        for (int i = 0; i < scores.length; i++) {
            for (int label = 0; label < classes; label++) {
                double error = probabilities[i][label] - (gold[i] == label ? 1 : 0);
                scores[i] += error * error;
            }
        }
        return Mean.of(scores);
    }
}
