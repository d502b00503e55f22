package dev.touchstone.metrics.probability;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A point of the ROC curve: what happens when items with a score of at least the threshold are called positive.
 *
 * @param threshold a score; infinite for the first point, at which no item is called positive
 * @param falsePositiveRate share of the negative items called positive
 * @param truePositiveRate share of the positive items called positive
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RocPoint(double threshold, double falsePositiveRate, double truePositiveRate) {}
