package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.config.GateConfiguration.Limit;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.NormalPower;
import dev.touchstone.metrics.Ratio;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Is an estimate with a standard error outside its band? Decided by Student's t. */
final class EstimateGates {

    private final Decision decision;

    EstimateGates(Decision decision) {
        this.decision = decision;
    }

    /**
     * A figure with its uncertainty.
     *
     * @param what its name in words
     * @param estimate value and standard error
     * @param unit in which figure and limits are told
     * @param baseline what the run was compared with, if it was
     */
    record Measured(
            String what,
            Estimate estimate,
            Unit unit,
            @Nullable ComparedWith baseline) {

        private String facts() {
            return what + " " + Figures.number(unit.told(estimate.value())) + " (95 % interval "
                    + Figures.number(unit.told(estimate.interval95().low())) + " to "
                    + Figures.number(unit.told(estimate.interval95().high())) + ", n = " + Figures.count(estimate.n())
                    + ")";
        }
    }

    /** How an estimate is told. */
    enum Unit {
        /** As it is. */
        ITSELF,
        /** The estimate is a natural logarithm, and what it is the logarithm of is told and limited. */
        LOGARITHM;

        double told(double estimate) {
            return this == ITSELF ? estimate : StrictMath.exp(estimate);
        }

        /** From a limit to the estimate's unit. Infinite limits stay so. */
        double estimated(double limit) {
            return this == ITSELF || Double.isInfinite(limit) ? limit : StrictMath.log(limit);
        }
    }

    /**
     * Judges. With two limits one of them is broken by chance twice as often, so that p-value counts twice (Bonferroni); and both must be kept, so
     * the larger p-value counts (two one-sided tests; Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
     *
     * @throws ComparisonRefused if the figure or its standard error is not defined
     */
    Assessment judge(PlannedGate gate, Measured measured) {
        Estimate estimate = measured.estimate();
        if (estimate.value() == null || estimate.standardError() == null) {
            throw new ComparisonRefused(measured.what() + ": no "
                    + (estimate.value() == null ? "value, as " : "standard error, as ") + estimate.undefined());
        }
        double least = measured.unit().estimated(gate.limit().least());
        double most = measured.unit().estimated(gate.limit().most());
        boolean both = Double.isFinite(least) && Double.isFinite(most);
        double outside = Math.min(Ratio.below(estimate, least), Ratio.above(estimate, most));
        Strength strength = new Strength(
                Math.min(1, outside * (both ? 2 : 1)),
                Math.max(Ratio.above(estimate, least), Ratio.below(estimate, most)),
                estimate.value() < least || estimate.value() > most);
        double distance = Math.min(Math.abs(estimate.value() - least), Math.abs(estimate.value() - most));
        return new Assessment(
                gate,
                strength,
                words(measured, gate.limit(), distance),
                numbers(measured, gate.limit()),
                measured.baseline());
    }

    private Assessment.Words words(Measured measured, Limit limit, double distance) {
        String band = band(limit);
        return new Assessment.Words(
                measured.facts(),
                "Student's t, one-sided",
                "Shown not to be " + band,
                "Shown to be " + band,
                "Shown neither to be " + band + " nor not to be" + more(measured.estimate(), distance),
                outlook(measured));
    }

    private static String band(Limit limit) {
        if (Double.isInfinite(limit.least())) {
            return "at most " + Figures.plain(limit.most());
        }
        return Double.isInfinite(limit.most())
                ? "at least " + Figures.plain(limit.least())
                : "from " + Figures.plain(limit.least()) + " to " + Figures.plain(limit.most());
    }

    private String outlook(Measured measured) {
        double effect = power().smallestEffect(measured.estimate().standardError());
        String told = measured.unit() == Unit.ITSELF
                ? "A distance of " + Figures.number(effect) + " from a limit"
                : "A factor of " + Figures.number(StrictMath.exp(effect)) + " from the limit";
        return told + " would have been seen with " + Figures.setPercent(decision.power()) + " power";
    }

    private String more(Estimate estimate, double distance) {
        OptionalLong needed = power().itemsNeeded(estimate.n(), estimate.standardError(), distance);
        return needed.isPresent() && needed.getAsLong() > estimate.n()
                ? "; that takes " + Figures.about(needed.getAsLong()) + " if it stays as it is"
                : "";
    }

    private NormalPower power() {
        return NormalPower.of(decision.level(), decision.power());
    }

    private static Map<String, Double> numbers(Measured measured, Limit limit) {
        Estimate estimate = measured.estimate();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("n", (double) estimate.n());
        numbers.put("value", measured.unit().told(estimate.value()));
        numbers.put("low", measured.unit().told(estimate.interval95().low()));
        numbers.put("high", measured.unit().told(estimate.interval95().high()));
        if (Double.isFinite(limit.least())) {
            numbers.put("least", limit.least());
        }
        if (Double.isFinite(limit.most())) {
            numbers.put("most", limit.most());
        }
        return numbers;
    }
}
