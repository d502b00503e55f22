package dev.touchstone.metrics.probability;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A point of the precision-recall curve: what happens when items with a score of at least the threshold are called positive.
 *
 * @param threshold a score; infinite for the first point, at which no item is called positive and whose precision is 1 by convention
 * @param precision share of the items called positive that are
 * @param recall share of the positive items called positive
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PrecisionRecallPoint(double threshold, double precision, double recall) {}
