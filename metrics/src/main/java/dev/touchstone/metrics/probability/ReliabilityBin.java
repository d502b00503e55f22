package dev.touchstone.metrics.probability;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * One bar of a reliability diagram: the items whose confidence is in (low, high]; the first bin also has confidence 0.
 *
 * @param low lower end, not in the bin
 * @param high upper end, in the bin
 * @param n number of items
 * @param confidence their mean confidence; null when there are none
 * @param accuracy the share of them that is right; null when there are none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ReliabilityBin(
        double low,
        double high,
        int n,
        @Nullable Double confidence,
        @Nullable Double accuracy) {}
