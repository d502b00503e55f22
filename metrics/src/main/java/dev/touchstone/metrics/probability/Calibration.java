package dev.touchstone.metrics.probability;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Inputs;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a model that is 70 % sure is right 70 % of the time. Call {@link #expectedError} for one number and {@link #bins} for a plot.
 *
 * <ul>
 *   <li>value: expected calibration error, sum over bins of (items in the bin / items) |accuracy - mean confidence| with bins of equal width
 *       (Guo and others, "On calibration of modern neural networks", ICML 2017, which takes 15 bins)
 *   <li>standard error: {@link Bootstrap}
 *   <li>interval: basic bootstrap, cut at 0 and 1. The error of a bin is never negative, so chance pushes the value up, and resampling pushes it
 *       up once more: the percentiles of the resamples would lie too high, mirrored they lie right
 * </ul>
 *
 * <p>Even a perfectly calibrated model shows about sqrt(bins / n) / 2: compare models on the same items and bins only.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Calibration {

    private Calibration() {}

    /**
     * The expected calibration error, 0 to 1.
     *
     * @param confidence [items] the probability that the model gave to its answer, 0 to 1
     * @param right [items] whether the answer was right
     * @param bins number of bins, at least 1; 15 is usual
     */
    public static Estimate expectedError(double[] confidence, boolean[] right, int bins, Bootstrap bootstrap) {
        int[] binOfItem = binOfItem(confidence, right, bins);
        int n = right.length;
        if (n == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        double[] gaps = new double[n];
        double[] gapOfBin = new double[bins];
        for (int i = 0; i < n; i++) {
            gaps[i] = (right[i] ? 1 : 0) - confidence[i];
            gapOfBin[binOfItem[i]] += gaps[i];
        }
        Estimate estimate = bootstrap.basic(meanGap(gapOfBin, n), n, drawn -> {
            double[] sums = new double[bins];
            for (int item : drawn) {
                sums[binOfItem[item]] += gaps[item];
            }
            return meanGap(sums, n);
        });
        return cutAtZeroAndOne(estimate);
    }

    /** The bins of the reliability diagram, from 0 to 1; arguments as in {@link #expectedError}. */
    public static List<ReliabilityBin> bins(double[] confidence, boolean[] right, int bins) {
        int[] binOfItem = binOfItem(confidence, right, bins);
        int[] counts = new int[bins];
        double[] confidences = new double[bins];
        double[] rights = new double[bins];
        for (int i = 0; i < right.length; i++) {
            counts[binOfItem[i]]++;
            confidences[binOfItem[i]] += confidence[i];
            rights[binOfItem[i]] += right[i] ? 1 : 0;
        }
        List<ReliabilityBin> list = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            int n = counts[bin];
            Double meanConfidence = n == 0 ? null : Double.valueOf(confidences[bin] / n);
            Double accuracy = n == 0 ? null : Double.valueOf(rights[bin] / n);
            list.add(new ReliabilityBin(edge(bin, bins), edge(bin + 1, bins), n, meanConfidence, accuracy));
        }
        return List.copyOf(list);
    }

    private static int[] binOfItem(double[] confidence, boolean[] right, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + "; there must be at least 1, and 15 is usual");
        }
        Inputs.requireSameLength("confidence", confidence.length, "right", right.length);
        Inputs.requireProbabilities("confidence", confidence);
        int[] binOfItem = new int[confidence.length];
        for (int i = 0; i < binOfItem.length; i++) {
            binOfItem[i] = bin(confidence[i], bins);
        }
        return binOfItem;
    }

    /** The bin b with edge(b) < confidence <= edge(b + 1); the guess by multiplication can be one off where an edge is rounded. */
    private static int bin(double confidence, int bins) {
        int bin = Math.min(bins - 1, (int) (confidence * bins));
        if (bin > 0 && confidence <= edge(bin, bins)) {
            return bin - 1;
        }
        return bin < bins - 1 && confidence > edge(bin + 1, bins) ? bin + 1 : bin;
    }

    private static double edge(int bin, int bins) {
        return (double) bin / bins;
    }

    private static double meanGap(double[] sums, int n) {
        double total = 0;
        for (double sum : sums) {
            total += Math.abs(sum);
        }
        return total / n;
    }

    private static Estimate cutAtZeroAndOne(Estimate estimate) {
        Interval interval = estimate.interval95();
        if (interval == null) {
            return estimate;
        }
        Interval cut =
                new Interval(Math.min(1, Math.max(0, interval.low())), Math.min(1, Math.max(0, interval.high())));
        return new Estimate(estimate.value(), estimate.standardError(), cut, estimate.n(), estimate.undefined());
    }
}
