package dev.touchstone.config;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What decides about a run.
 *
 * @param limits the gates that were asked for, each with its limits
 * @param comparison with what the run is compared, and how
 * @param decision when a gate decides, and what becomes of the build
 * @param accept which run is recorded as a baseline: {@code true} for the one that is made, {@code latest}, or a run's id; empty for none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record GateConfiguration(
        Map<GateKind, Scoped<Limit>> limits, Comparison comparison, Decision decision, Optional<String> accept) {

    /** What {@link #accept} is when the run that is made is recorded. */
    public static final String THIS_RUN = "true";

    /** The limits of a gate; of one that was not asked for there are none. */
    public Scoped<Limit> limits(GateKind kind) {
        return limits.getOrDefault(kind, Scoped.none());
    }

    /** Whether a gate that needs a baseline is judged. A run that is recorded as a baseline is not compared with the old one. */
    public boolean compares() {
        return accept.isEmpty() && limits.keySet().stream().anyMatch(GateKind::compares);
    }

    /** Whether items that only one of the runs has are left out: when asked for, and when a gate has stopped the suite. */
    public boolean comparesPart(boolean finished) {
        return comparison.commonItems() || decision.sequential() && !finished;
    }

    /**
     * The values that are let through.
     *
     * @param least the smallest; minus infinity where there is none
     * @param most the largest; infinity where there is none
     */
    public record Limit(double least, double most) {

        static Limit atLeast(double least) {
            return new Limit(least, Double.POSITIVE_INFINITY);
        }

        static Limit atMost(double most) {
            return new Limit(Double.NEGATIVE_INFINITY, most);
        }
    }

    /**
     * With what a run is compared.
     *
     * @param baseline the other run: a file, a folder, a run's id, {@code latest} or {@link #FIRST}; empty when nothing is compared
     * @param metric the metric that is compared; each suite's first when empty
     * @param detect the drop that the regression gate must exclude to pass; where empty, {@link #DETECT} or the gate's limit if that is more
     * @param commonItems whether items that only one of the runs has are left out, and do not forbid the comparison
     */
    public record Comparison(
            Optional<String> baseline, Scoped<String> metric, Scoped<Double> detect, boolean commonItems) {

        /** Stands for the first variant of the very run whose other variants are compared with it. */
        public static final String FIRST = "first";

        /** 2 points: 1,600 items exclude them with 80 % power when one item in ten flips ({@code PairedPower}); C-Eval has 1,346. */
        public static final double DETECT = 0.02;

        /** The drop that a suite must exclude to pass; the empty text stands for all suites together. */
        public double detect(String suite, double margin) {
            return detect.of(suite).orElseGet(() -> Math.max(DETECT, margin));
        }

        /** Whether variants of one run are compared, and no other run is needed. */
        public boolean isWithinRun() {
            return baseline.filter(FIRST::equals).isPresent();
        }
    }

    /**
     * When a gate decides.
     *
     * @param level significance level
     * @param power what the smallest effect is named for
     * @param inconclusiveFails whether an inconclusive gate fails the build
     * @param sequential whether regression gates are looked at while a suite runs, and stop it
     */
    public record Decision(double level, double power, boolean inconclusiveFails, boolean sequential) {}
}
