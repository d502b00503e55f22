package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.random.CpythonRandom;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The standard errors of F1 and MCC that lm-evaluation-harness prints, from the same random numbers, for tables that must be comparable with its own. Call {@link #f1} or
 * {@link #mcc}; for a decision take {@link F1} and {@link Mcc}, which also give an interval.
 *
 * <p>{@code api/metrics.py}, {@code bootstrap_stderr}: resamples in chunks of min(1000, iterations), chunk i drawn by {@code random.Random(i).choices}, and
 * only whole chunks (2500 iterations are 2000 resamples); sample standard deviation. A resample in which the metric is undefined counts as 0, because
 * scikit-learn says so. The result depends on the order of the items.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class LmEvalStandardError {

    private static final int CHUNK = 1000;

    private LmEvalStandardError() {}

    /**
     * Of the F1 of label 1 of two labels.
     *
     * @param gold [items] 0 or 1, in the order in which lm-evaluation-harness evaluates them; at least 2
     * @param predicted [items] 0 or 1
     * @param iterations its {@code bootstrap_iters}, 100,000 by default; at least 2
     */
    public static double f1(int[] gold, int[] predicted, int iterations) {
        return of(gold, predicted, iterations, counts -> LabelMetric.F1.of(counts, 1));
    }

    /** Of the MCC of two labels; arguments as in {@link #f1}. */
    public static double mcc(int[] gold, int[] predicted, int iterations) {
        return of(gold, predicted, iterations, Mcc::value);
    }

    private static double of(int[] gold, int[] predicted, int iterations, ToDoubleFunction<Confusion> metric) {
        if (iterations < 2 || gold.length < 2) {
            throw new IllegalArgumentException("there are " + iterations + " iterations over " + gold.length
                    + " items; a standard error needs at least 2 of each");
        }
        Confusion.of(gold, predicted, 2);
        int[] cellOfItem = new int[gold.length];
        // a row of the counts has a third column for no answer
        Arrays.setAll(cellOfItem, i -> gold[i] * 3 + (predicted[i] == Confusion.NO_ANSWER ? 2 : predicted[i]));
        int chunk = Math.min(CHUNK, iterations);
        double[] replicates = new double[iterations / chunk * chunk];
        for (int first = 0; first < replicates.length; first += chunk) {
            CpythonRandom random = new CpythonRandom(first / chunk);
            for (int i = first; i < first + chunk; i++) {
                double value = metric.applyAsDouble(new Confusion(2, draw(random, cellOfItem)));
                replicates[i] = Double.isNaN(value) ? 0 : value;
            }
        }
        return deviation(replicates);
    }

    private static int[] draw(CpythonRandom random, int[] cellOfItem) {
        int[] cells = new int[6];
        for (int i = 0; i < cellOfItem.length; i++) {
            cells[cellOfItem[random.below(cellOfItem.length)]]++;
        }
        return cells;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }
}
