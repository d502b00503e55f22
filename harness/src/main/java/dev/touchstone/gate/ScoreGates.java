package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.config.GateKind;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.NormalPower;
import dev.touchstone.metrics.paired.PairedDifference;
import dev.touchstone.metrics.paired.SignFlip;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Did scores drop? Regression and non-inferiority for metrics that are more than right or wrong; limits are in the metric's own unit. */
final class ScoreGates {

    /** The signs are the same in every run, so that equal items give equal p-values. */
    private static final long SEED = 1234;

    private final Decision decision;

    ScoreGates(Decision decision) {
        this.decision = decision;
    }

    /**
     * Judges.
     *
     * @param excluded the drop that must be excluded to pass: the margin itself for non-inferiority
     */
    Assessment judge(PlannedGate gate, double excluded, Comparison compared) {
        double[] before = compared.baseline();
        double[] after = compared.candidate();
        double margin = gate.limit().most();
        double tested = gate.kind() == GateKind.REGRESSION ? 0 : margin;
        Estimate difference = PairedDifference.ofMeans(before, after);
        Strength strength = new Strength(
                SignFlip.test(before, moved(after, tested), SEED).worse(),
                SignFlip.test(before, moved(after, excluded), SEED).better(),
                -difference.value() > margin);
        Map<String, Double> numbers = numbers(before, after, difference);
        numbers.put("margin", margin);
        numbers.put("detect", excluded);
        return new Assessment(gate, strength, words(compared, numbers, margin, excluded), numbers, compared.with());
    }

    private Map<String, Double> numbers(double[] before, double[] after, Estimate difference) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("n", (double) before.length);
        numbers.put("value", mean(after));
        numbers.put("baseline", mean(before));
        numbers.put("difference", difference.value());
        boolean undefined = difference.interval95() == null;
        numbers.put(
                "differenceLow",
                undefined ? Double.NaN : difference.interval95().low());
        numbers.put(
                "differenceHigh",
                undefined ? Double.NaN : difference.interval95().high());
        numbers.put("standardError", undefined ? Double.NaN : difference.standardError());
        numbers.put("power", decision.power());
        return numbers;
    }

    private Assessment.Words words(Comparison compared, Map<String, Double> numbers, double margin, double excluded) {
        String facts = compared.metric() + " " + Figures.number(numbers.get("value")) + ", baseline "
                + Figures.number(numbers.get("baseline")) + ", n = " + Figures.count(compared.n()) + ": difference "
                + Figures.number(numbers.get("difference")) + " (95 % interval "
                + Figures.number(numbers.get("differenceLow")) + " to " + Figures.number(numbers.get("differenceHigh"))
                + ")" + compared.leftOutInWords();
        return new Assessment.Words(
                facts,
                "paired permutation test, one-sided",
                "Worse than the baseline, significant at " + Figures.setPercent(decision.level())
                        + ", by more than the margin of " + Figures.plain(margin),
                "A drop of " + Figures.plain(excluded) + " is excluded, as it had to be",
                "No drop beyond the margin of " + Figures.plain(margin) + " was shown, but one of "
                        + Figures.plain(excluded) + " is not excluded, as it had to be"
                        + more(compared.n(), numbers.get("standardError"), excluded),
                outlook(numbers.get("standardError")));
    }

    private String outlook(double error) {
        return Double.isNaN(error)
                ? ""
                : "A drop of " + Figures.number(power().smallestEffect(error)) + " would have been seen with "
                        + Figures.setPercent(decision.power()) + " power";
    }

    private String more(int n, double error, double excluded) {
        OptionalLong needed = Double.isNaN(error) ? OptionalLong.empty() : power().itemsNeeded(n, error, excluded);
        return needed.isPresent() && needed.getAsLong() > n
                ? "; that takes " + Figures.about(needed.getAsLong()) + " if there is none"
                : "";
    }

    private NormalPower power() {
        return NormalPower.of(decision.level(), decision.power());
    }

    /** Scores raised by a margin: then a drop of just the margin is no difference any more. */
    private static double[] moved(double[] scores, double margin) {
        return Arrays.stream(scores).map(score -> score + margin).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
