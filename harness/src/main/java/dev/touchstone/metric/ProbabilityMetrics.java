package dev.touchstone.metric;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.probability.Brier;
import dev.touchstone.metrics.probability.Calibration;
import dev.touchstone.metrics.probability.LogLoss;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.suites.MetricName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether a model is as sure as it is right. How sure it is of a choice, is that choice's share of the probability among the item's choices. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ProbabilityMetrics {

    /** Bins of the expected calibration error: a tenth each, so that edges are round and a hundred items fill them. */
    public static final int BINS = 10;

    static final String NO_PROBABILITY =
            "the model gives every choice of an item the probability 0, so none has a share";

    private ProbabilityMetrics() {}

    static Estimate of(MetricName metric, List<Chosen> items, Bootstrap bootstrap) {
        int choices = items.stream()
                .mapToInt(chosen -> chosen.loglikelihoods().size())
                .max()
                .orElse(2);
        double[][] probabilities = probabilities(items, choices);
        if (hasUndefined(probabilities)) {
            return Estimate.undefined(items.size(), NO_PROBABILITY);
        }
        int[] gold = items.stream().mapToInt(Chosen::gold).toArray();
        return switch (metric) {
            case BRIER -> Brier.multiclass(gold, probabilities);
            case LOG_LOSS -> LogLoss.of(at(gold, probabilities));
            case ECE -> {
                int[] answers = items.stream().mapToInt(Chosen::answer).toArray();
                yield Calibration.expectedError(at(answers, probabilities), equal(answers, gold), BINS, bootstrap);
            }
            default -> throw new IllegalArgumentException("'" + metric.key() + "' is no metric of probabilities");
        };
    }

    /** [items][choices]; a choice that an item does not have has no share. */
    static double[][] probabilities(List<Chosen> items, int choices) {
        return items.stream()
                .map(item -> Arrays.copyOf(Softmax.of(item.loglikelihoods()), choices))
                .toArray(double[][]::new);
    }

    static boolean hasUndefined(double[][] probabilities) {
        return Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
    }

    private static double[] at(int[] choices, double[][] probabilities) {
        return IntStream.range(0, choices.length)
                .mapToDouble(i -> probabilities[i][choices[i]])
                .toArray();
    }

    private static boolean[] equal(int[] answers, int[] gold) {
        boolean[] equal = new boolean[gold.length];
        IntStream.range(0, equal.length).forEach(i -> equal[i] = answers[i] == gold[i]);
        return equal;
    }
}
