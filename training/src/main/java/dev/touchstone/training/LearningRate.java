package dev.touchstone.training;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The learning rate over time: a linear rise, a constant stretch, a linear fall to 0.
 *
 * @param matrices highest rate of the matrices (Muon)
 * @param others highest rate of embeddings and gains (AdamW)
 * @param weightDecay share of the matrices and embeddings that is taken off for each unit of rate
 * @param rise share of the training that the rise takes
 * @param fall share of the training that the fall takes
 */
@API(status = Status.INTERNAL, since = "0.1")
public record LearningRate(double matrices, double others, double weightDecay, double rise, double fall) {

    /**
     * What the highest rates are multiplied by.
     *
     * @param progress share of the training that is done
     */
    public double factor(double progress) {
        double rising = rise == 0 ? 1 : (progress + rise / 20) / rise;
        double falling = fall == 0 ? 1 : (1 - progress) / fall;
        return Math.max(0, Math.min(1, Math.min(rising, falling)));
    }
}
