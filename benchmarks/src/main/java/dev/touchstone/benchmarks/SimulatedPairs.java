package dev.touchstone.benchmarks;

import dev.touchstone.metrics.RandomBits;
import dev.touchstone.metrics.paired.PairedOutcomes;

/**
 * Two models on the same items, drawn at random: a share of the items flips, and the candidate's true drop says how many of the flips are losses.
 *
 * @param flips share of items on which the models differ
 * @param drop true drop in accuracy, at most the share of flips
 */
record SimulatedPairs(double flips, double drop) {

    /** Counts of a whole run. Of the items without a flip as many are said to be right as not; no test looks at them. */
    PairedOutcomes draw(int items, RandomBits random) {
        int lost = 0;
        int gained = 0;
        for (int i = 0; i < items; i++) {
            int item = next(random);
            lost += item > 0 ? 1 : 0;
            gained += item < 0 ? 1 : 0;
        }
        return counts(items, lost, gained);
    }

    /** The next item: 1 when it is lost, -1 when gained, 0 otherwise. */
    int next(RandomBits random) {
        double x = (random.next() >>> 11) * 0x1p-53;
        if (x < (flips + drop) / 2) {
            return 1;
        }
        return x < flips ? -1 : 0;
    }

    static PairedOutcomes counts(int items, int lost, int gained) {
        int same = items - lost - gained;
        return new PairedOutcomes(same - same / 2, lost, gained, same / 2);
    }
}
