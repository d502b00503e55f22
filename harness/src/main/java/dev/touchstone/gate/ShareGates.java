package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.NormalPower;
import dev.touchstone.metrics.ShareTest;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Is a share of items too large, or too small? Decided exactly by the binomial distribution. */
final class ShareGates {

    private final Decision decision;

    ShareGates(Decision decision) {
        this.decision = decision;
    }

    /**
     * A share of items.
     *
     * @param what the items that are counted, such as {@code items without an answer}
     * @param count how many they are
     * @param n of how many
     * @param baseline what the run was compared with, if it was
     */
    record Counted(String what, int count, int n, @Nullable ComparedWith baseline) {

        Counted {
            if (n == 0) {
                throw new ComparisonRefused("no item was evaluated");
            }
        }

        double share() {
            return (double) count / n;
        }

        String facts() {
            return what + ": " + Figures.count(count) + " of " + Figures.count(n) + ", " + Figures.percent(share());
        }
    }

    /** At most that share. None at all is a limit that needs no statistics: one is too many. */
    Assessment atMost(PlannedGate gate, Counted counted) {
        double limit = gate.limit().most();
        if (limit == 0) {
            return certain(gate, counted);
        }
        Strength strength = new Strength(
                ShareTest.above(counted.count(), counted.n(), limit),
                ShareTest.below(counted.count(), counted.n(), limit),
                counted.share() > limit);
        return assessment(gate, counted, strength, new Sides("at most", "above", limit));
    }

    /** At least that share. */
    Assessment atLeast(PlannedGate gate, Counted counted) {
        double limit = gate.limit().least();
        Strength strength = new Strength(
                ShareTest.below(counted.count(), counted.n(), limit),
                ShareTest.above(counted.count(), counted.n(), limit),
                counted.share() < limit);
        return assessment(gate, counted, strength, new Sides("at least", "below", limit));
    }

    /** A share of this very run, which is known for certain. */
    Assessment certain(PlannedGate gate, Counted counted) {
        double limit = gate.limit().most();
        boolean broken = counted.share() > limit;
        String allowed =
                limit == 0 ? "None is let through" : "At most " + Figures.setPercent(limit) + " is let through";
        Assessment.Words words = new Assessment.Words(counted.facts(), "", allowed, allowed, allowed, "");
        Map<String, Double> numbers = numbers(counted, limit);
        return new Assessment(gate, Strength.certain(broken), words, numbers, counted.baseline());
    }

    /** How the two sides of a limit are called. */
    private record Sides(String wanted, String broken, double limit) {}

    private Assessment assessment(PlannedGate gate, Counted counted, Strength strength, Sides sides) {
        Interval interval = ShareTest.clopperPearson(counted.count(), counted.n(), 0.95);
        String limit = Figures.setPercent(sides.limit());
        Assessment.Words words = new Assessment.Words(
                counted.facts() + " (95 % interval " + Figures.percent(interval.low()) + " to "
                        + Figures.percent(interval.high()) + ")",
                "exact binomial test that the share is " + sides.broken() + " " + limit,
                "Shown to be " + sides.broken() + " " + limit,
                "Shown to be " + sides.wanted() + " " + limit,
                "Shown neither to be " + sides.wanted() + " " + limit + " nor " + sides.broken() + " it"
                        + more(counted, sides.limit()),
                outlook(counted, sides.limit()));
        Map<String, Double> numbers = numbers(counted, sides.limit());
        numbers.put("low", interval.low());
        numbers.put("high", interval.high());
        return new Assessment(gate, strength, words, numbers, counted.baseline());
    }

    private String outlook(Counted counted, double limit) {
        return "A distance of " + Figures.points(power().smallestEffect(error(counted, limit)))
                + " from the limit would have been seen with " + Figures.setPercent(decision.power()) + " power";
    }

    private String more(Counted counted, double limit) {
        OptionalLong needed = power().itemsNeeded(counted.n(), error(counted, limit), counted.share() - limit);
        return needed.isPresent() && needed.getAsLong() > counted.n()
                ? "; that takes " + Figures.about(needed.getAsLong()) + " if the share stays as it is"
                : "";
    }

    /** With the spread that there is at the limit: what was observed may have none. */
    private static double error(Counted counted, double limit) {
        return Math.sqrt(limit * (1 - limit) / counted.n());
    }

    private NormalPower power() {
        return NormalPower.of(decision.level(), decision.power());
    }

    private static Map<String, Double> numbers(Counted counted, double limit) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("n", (double) counted.n());
        numbers.put("count", (double) counted.count());
        numbers.put("value", counted.share());
        numbers.put("limit", limit);
        return numbers;
    }
}
