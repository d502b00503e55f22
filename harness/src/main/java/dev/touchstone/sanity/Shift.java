package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import java.util.Set;
import java.util.TreeSet;

/** Compares numbers of a sequence with those of the same sequence at other positions. */
final class Shift {

    private final double tolerance;
    private final Set<Integer> positions = new TreeSet<>();
    private double largestValue;
    private double largestDifference;

    /** @param tolerance largest difference allowed, as a share of the largest absolute value */
    Shift(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Where a sequence of {@code length} tokens is moved to: one on, and to the end of the context, where angles are largest. */
    static Set<Integer> positions(InspectableModel model, int length) {
        return new TreeSet<>(Set.of(1, Math.max(2, model.shape().contextLength() - length)));
    }

    /** Takes in two rows of numbers; a number that is none makes the largest difference NaN. */
    void compare(double[] here, double[] moved, int position) {
        positions.add(position);
        for (int i = 0; i < here.length; i++) {
            largestValue = Math.max(largestValue, Math.abs(here[i]));
            largestDifference = Math.max(largestDifference, Math.abs(here[i] - moved[i]));
        }
    }

    Finding finding(String what) {
        double relative = largestDifference / largestValue;
        return Finding.of(
                relative <= tolerance,
                what + ", moved by "
                        + String.join(
                                " and ",
                                positions.stream().map(p -> Figures.count(p)).toList())
                        + " positions: they differ by at most " + Figures.decimal(relative) + " of the largest, "
                        + Figures.decimal(largestValue) + "; allowed " + Figures.decimal(tolerance),
                Figures.numbers(
                        "relativeDifference", relative,
                        "tolerance", tolerance,
                        "largestDifference", largestDifference,
                        "largestValue", largestValue));
    }
}
