package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateConfiguration.Limit;
import dev.touchstone.config.GateKind;
import dev.touchstone.config.Scoped;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.suites.Task.OutputType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which gates there are for what is to run. Collects what is wrong. */
@API(status = Status.INTERNAL, since = "0.1")
public final class GatePlan {

    private final GateConfiguration configuration;
    private final List<SuiteUnderVariant> suites;
    private final List<PlannedGate> gates = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A suite and how it is run.
     *
     * @param planned its items
     * @param variant the variant's id
     */
    public record SuiteUnderVariant(PlannedSuite planned, String variant) {

        String suite() {
            return planned.suite().id();
        }

        private boolean isOf(OutputType type) {
            return planned.subjects().get(0).task().outputType() == type;
        }
    }

    private GatePlan(GateConfiguration configuration, List<SuiteUnderVariant> suites) {
        this.configuration = configuration;
        this.suites = suites;
    }

    /**
     * Plans.
     *
     * @param suites all that is to run; checks on a model have no gates
     */
    public static GatePlan of(GateConfiguration configuration, List<SuiteUnderVariant> suites) {
        List<SuiteUnderVariant> benchmarks = suites.stream()
                .filter(suite -> !suite.planned().suite().isOfChecks())
                .filter(suite -> !suite.planned().subjects().isEmpty())
                .toList();
        GatePlan plan = new GatePlan(configuration, benchmarks);
        if (!benchmarks.isEmpty()) {
            plan.plan();
        }
        return plan;
    }

    /** The gates, in the order of their kinds and suites. */
    public List<PlannedGate> gates() {
        return List.copyOf(gates);
    }

    /** What is wrong, each in one line. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The suites that are compared with a baseline by at least one gate. */
    public List<SuiteUnderVariant> compared() {
        return suites.stream()
                .filter(suite -> gates.stream()
                        .filter(gate -> gate.kind().compares())
                        .anyMatch(gate -> gate.suite().equals(suite.suite())
                                && gate.variant().equals(suite.variant())))
                .toList();
    }

    /** The variant that the others of a run are compared with; there must be a suite. */
    String firstVariant() {
        return suites.get(0).variant();
    }

    GateConfiguration configuration() {
        return configuration;
    }

    private void plan() {
        configuration.limits().forEach((kind, limits) -> {
            if (!kind.compares() || configuration.compares()) {
                plan(kind, limits);
            }
        });
    }

    private void plan(GateKind kind, Scoped<Limit> limits) {
        int before = gates.size();
        for (SuiteUnderVariant suite : kind.compares() ? candidates() : suites) {
            if (kind == GateKind.MINIMUM) {
                planMinimum(suite, limits);
            } else if (applies(kind, suite)) {
                limits.of(suite.suite())
                        .ifPresent(
                                limit -> gates.add(new PlannedGate(kind, suite.suite(), suite.variant(), "", limit)));
            }
        }
        if (kind.compares() && candidates().isEmpty()) {
            problems.add("baseline 'first' compares the variants of a run, and there is only one; "
                    + "pass several, such as -Dprecision=fp32,int8");
        } else if (gates.size() == before) {
            problems.add("property '" + kind.property().key() + "' applies to none of the selected suites ("
                    + suites.stream().map(SuiteUnderVariant::suite).distinct().collect(Collectors.joining(", "))
                    + "): " + need(kind, limits));
        }
        if (kind == GateKind.REGRESSION) {
            gates.addAll(before, headlines(gates.subList(before, gates.size())));
        }
    }

    /** What is compared: within a run everything but the first variant. */
    private List<SuiteUnderVariant> candidates() {
        return configuration.comparison().isWithinRun()
                ? suites.stream()
                        .filter(suite -> !suite.variant().equals(firstVariant()))
                        .toList()
                : suites;
    }

    private static boolean applies(GateKind kind, SuiteUnderVariant suite) {
        return switch (kind) {
            case LENGTH -> suite.isOf(OutputType.GENERATE_UNTIL);
            case PERPLEXITY -> suite.isOf(OutputType.LOGLIKELIHOOD_ROLLING);
            case REGRESSION, NON_INFERIORITY, FLIPS, NO_ANSWER -> !suite.isOf(OutputType.LOGLIKELIHOOD_ROLLING);
            case MINIMUM, ERROR -> true;
        };
    }

    private static String need(GateKind kind, Scoped<Limit> limits) {
        String scopes =
                limits.byScope().containsKey("") ? "" : "it is set for " + String.join(", ", limits.scopes()) + "; ";
        return scopes
                + switch (kind) {
                    case LENGTH -> "it needs a suite that is answered in the model's own words";
                    case PERPLEXITY -> "it needs a suite that measures perplexity";
                    case MINIMUM -> "it needs a suite with that metric";
                    default -> "it needs a suite with right and wrong answers";
                };
    }

    /** One gate for each metric that a limit is set for; of several limits for a metric the narrowest wins. */
    private void planMinimum(SuiteUnderVariant suite, Scoped<Limit> limits) {
        List<String> metrics = suite.planned().metrics();
        Map<String, Limit> byMetric = new LinkedHashMap<>();
        limits.byScope().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> narrowness(entry.getKey(), suite.suite())))
                .forEach(entry -> metric(entry.getKey(), suite.suite(), metrics)
                        .ifPresent(metric -> byMetric.put(metric, entry.getValue())));
        byMetric.forEach((metric, limit) ->
                gates.add(new PlannedGate(GateKind.MINIMUM, suite.suite(), suite.variant(), metric, limit)));
    }

    private static int narrowness(String scope, String suite) {
        if (scope.isEmpty()) {
            return 0;
        }
        return scope.startsWith(suite + "/") ? 3 : scope.equals(suite) ? 2 : 1;
    }

    /** The metric that a scope means for a suite; empty when it means none. */
    private static Optional<String> metric(String scope, String suite, List<String> metrics) {
        if (scope.isEmpty() || scope.equals(suite)) {
            return metrics.stream().findFirst();
        }
        String name = scope.startsWith(suite + "/") ? scope.substring(suite.length() + 1) : scope;
        return metrics.stream().filter(name::equals).findFirst();
    }

    /** One test over all suites of a variant, where there are several. Its margin is the most generous of theirs. */
    private static List<PlannedGate> headlines(List<PlannedGate> regressions) {
        Map<String, List<PlannedGate>> byVariant = regressions.stream()
                .collect(Collectors.groupingBy(PlannedGate::variant, LinkedHashMap::new, Collectors.toList()));
        List<PlannedGate> headlines = new ArrayList<>();
        byVariant.forEach((variant, several) -> {
            if (several.size() > 1) {
                Limit widest = several.stream()
                        .map(PlannedGate::limit)
                        .max(Comparator.comparingDouble(Limit::most))
                        .orElseThrow();
                headlines.add(new PlannedGate(GateKind.REGRESSION, PlannedGate.ALL, variant, "", widest));
            }
        });
        return headlines;
    }
}
