package dev.touchstone.reference.llama;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses what is given up when memory is short: what is needed last, and of that the end before the beginning. */
final class Eviction {

    private Eviction() {}

    /**
     * Gives up one computed branch.
     *
     * @param sequences all sequences that are still needed
     * @param forWhom what is needed earlier than this sequence is kept
     * @param batch what this batch needs is kept
     * @return whether there was one
     */
    static boolean evictLastNeeded(Iterable<Sequence> sequences, Sequence forWhom, long batch) {
        Branch last = null;
        long lastNeeded = forWhom.order();
        for (Map.Entry<Branch, Long> entry : needed(sequences).entrySet()) {
            Branch branch = entry.getKey();
            long needed = entry.getValue();
            if (branch.ready() > branch.start()
                    && branch.lastBatch() < batch
                    && (needed > lastNeeded || needed == lastNeeded && isBelow(branch, last))) {
                last = branch;
                lastNeeded = needed;
            }
        }
        if (last == null) {
            return false;
        }
        last.evict();
        return true;
    }

    /** A branch is needed no later than those below it, so that no branch is kept without the one above it. */
    private static boolean isBelow(Branch branch, @Nullable Branch other) {
        return other != null && branch.start() > other.start();
    }

    /** The first sequence that needs each branch, by its order. */
    private static Map<Branch, Long> needed(Iterable<Sequence> sequences) {
        Map<Branch, Long> needed = new HashMap<>();
        for (Sequence sequence : sequences) {
            for (Branch branch = sequence.tail(); !branch.isRoot(); branch = branch.parent()) {
                needed.merge(branch, sequence.order(), Math::min);
            }
        }
        return needed;
    }
}
