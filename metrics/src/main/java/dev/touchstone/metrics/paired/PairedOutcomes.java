package dev.touchstone.metrics.paired;

import dev.touchstone.metrics.Inputs;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How two models did on the same items. The items on which they differ are the flips; equal accuracies can hide many (Dutta and others, "Accuracy is
 * not all you need", arXiv:2407.09141).
 *
 * @param bothRight items that both got right
 * @param lost items that only the baseline got right
 * @param gained items that only the candidate got right
 * @param bothWrong items that neither got right
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PairedOutcomes(int bothRight, int lost, int gained, int bothWrong) {

    public PairedOutcomes {
        if (bothRight < 0 || lost < 0 || gained < 0 || bothWrong < 0) {
            throw new IllegalArgumentException("the counts are " + bothRight + " both right, " + lost + " lost, "
                    + gained + " gained, " + bothWrong + " both wrong; none can be negative");
        }
    }

    /**
     * Counts the items.
     *
     * @param baseline [items] whether the baseline was right
     * @param candidate [items] whether the candidate was right
     */
    public static PairedOutcomes of(boolean[] baseline, boolean[] candidate) {
        Inputs.requireSameLength("baseline", baseline.length, "candidate", candidate.length);
        int[] counts = new int[4];
        for (int i = 0; i < baseline.length; i++) {
            counts[(baseline[i] ? 0 : 2) + (candidate[i] ? 0 : 1)]++;
        }
        return new PairedOutcomes(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Number of items. */
    public int n() {
        return bothRight + lost + gained + bothWrong;
    }

    /** Items on which the models differ. */
    public int flips() {
        return lost + gained;
    }
}
