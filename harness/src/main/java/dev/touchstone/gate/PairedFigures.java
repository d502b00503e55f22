package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.paired.Betting;
import dev.touchstone.metrics.paired.MarginTest;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.PairedPower;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Right and wrong of both runs as figures and words.
 *
 * @param metric the metric
 * @param outcomes the pairs
 * @param difference candidate less baseline
 * @param decision level and power
 */
record PairedFigures(String metric, PairedOutcomes outcomes, Estimate difference, Decision decision) {

    double drop() {
        return -difference.value();
    }

    /** {@code acc 25.11 %, baseline 28.38 %, n = 1,346: difference -3.27 points (95 % interval -4.70 to -1.90), 61 lost, 17 gained}. */
    String facts() {
        String interval = difference.interval95() == null
                ? "no interval: " + difference.undefined()
                : "95 % interval "
                        + Figures.points(
                                difference.interval95().low(),
                                difference.interval95().high());
        return metric + " " + Figures.percent(share(outcomes.gained())) + ", baseline "
                + Figures.percent(share(outcomes.lost())) + ", n = " + Figures.count(outcomes.n()) + ": difference "
                + Figures.points(difference.value()) + " (" + interval + "), " + Figures.count(outcomes.lost())
                + " lost, " + Figures.count(outcomes.gained()) + " gained";
    }

    /** The largest drop that is not excluded at the level. */
    double upperBound() {
        return decision.sequential()
                ? Betting.upperBound(outcomes, 1 - decision.level())
                : MarginTest.upperBound(outcomes, 1 - decision.level());
    }

    /** The smallest drop that is not excluded at the level. */
    double lowerBound() {
        return MarginTest.lowerBound(outcomes, 1 - decision.level());
    }

    /** The smallest drop that the regression gate would have failed, with the wanted power. */
    OptionalDouble smallestDrop(double margin) {
        return PairedPower.of(decision.level(), margin).smallestDrop(outcomes.n(), flips(), decision.power());
    }

    /** About how many items it takes to exclude that drop, if there is none. */
    OptionalInt itemsNeeded(double drop) {
        return PairedPower.of(decision.level(), 0).itemsNeeded(flips(), drop, decision.power());
    }

    /** What the run could have seen. Of one that may have stopped on the way that is not known. */
    String outlook(double margin) {
        if (decision.sequential()) {
            return "";
        }
        OptionalDouble seen = smallestDrop(margin);
        String power = " with " + Figures.setPercent(decision.power()) + " power";
        return seen.isEmpty()
                ? "So few items show no drop at all" + power
                : "A drop of " + Figures.points(seen.getAsDouble()) + " would have been seen" + power;
    }

    /** How many items it takes to exclude a drop; empty when more would not help. */
    String more(double excluded) {
        OptionalInt needed = itemsNeeded(excluded);
        return needed.isEmpty() || needed.getAsInt() <= outcomes.n()
                ? ""
                : "; that takes " + Figures.about(needed.getAsInt()) + " if there is none";
    }

    Map<String, Double> numbers(double margin, double excluded) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("n", (double) outcomes.n());
        numbers.put("value", share(outcomes.gained()));
        numbers.put("baseline", share(outcomes.lost()));
        numbers.put("difference", difference.value());
        boolean undefined = difference.interval95() == null;
        numbers.put(
                "differenceLow",
                undefined ? Double.NaN : difference.interval95().low());
        numbers.put(
                "differenceHigh",
                undefined ? Double.NaN : difference.interval95().high());
        numbers.put("bothRight", (double) outcomes.bothRight());
        numbers.put("lost", (double) outcomes.lost());
        numbers.put("gained", (double) outcomes.gained());
        numbers.put("bothWrong", (double) outcomes.bothWrong());
        numbers.put("dropNotExcluded", upperBound());
        numbers.put(
                "smallestDropSeen",
                decision.sequential() ? Double.NaN : smallestDrop(margin).orElse(Double.NaN));
        OptionalInt needed = itemsNeeded(excluded);
        numbers.put("itemsNeeded", needed.isPresent() ? needed.getAsInt() : Double.NaN);
        numbers.put("power", decision.power());
        return numbers;
    }

    private double share(int more) {
        return (double) (outcomes.bothRight() + more) / outcomes.n();
    }

    private double flips() {
        return (double) outcomes.flips() / outcomes.n();
    }
}
