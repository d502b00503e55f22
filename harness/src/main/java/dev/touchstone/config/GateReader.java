package dev.touchstone.config;

import dev.touchstone.config.GateConfiguration.Comparison;
import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.config.GateConfiguration.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/** Reads the properties of gates. */
final class GateReader {

    private final Function<Property, Optional<String>> text;
    private final List<String> problems;

    /**
     * @param text finds a property's value
     * @param problems takes what is wrong, each in one line
     */
    GateReader(Function<Property, Optional<String>> text, List<String> problems) {
        this.text = text;
        this.problems = problems;
    }

    GateConfiguration read() {
        Comparison comparison = new Comparison(
                text.apply(Property.BASELINE),
                scoped(Property.GATE_METRIC, Optional::of),
                scoped(Property.GATE_DETECT, value -> share(value, share -> share > 0 && share < 1)),
                choice(Property.GATE_ITEMS, "same", "common"));
        Decision decision = new Decision(
                single(Property.GATE_LEVEL, 0.05, share -> share > 0 && share <= 0.5),
                single(Property.GATE_POWER, 0.8, share -> share >= 0.5 && share < 1),
                choice(Property.GATE_INCONCLUSIVE, "pass", "fail"),
                choice(Property.GATE_SEQUENTIAL, "false", "true"));
        Optional<String> accept = text.apply(Property.GATE_ACCEPT).filter(value -> !value.equals("false"));
        GateConfiguration configuration = new GateConfiguration(limits(comparison), comparison, decision, accept);
        check(configuration);
        return configuration;
    }

    private Map<GateKind, Scoped<Limit>> limits(Comparison comparison) {
        Map<GateKind, Scoped<Limit>> limits = new TreeMap<>();
        for (GateKind kind : GateKind.values()) {
            Scoped<Limit> read = scoped(kind.property(), value -> limit(kind, value));
            if (!read.isEmpty()) {
                limits.put(kind, read);
            }
        }
        if (comparison.baseline().isPresent() && limits.keySet().stream().noneMatch(GateKind::compares)) {
            limits.put(GateKind.REGRESSION, new Scoped<>(Map.of("", Limit.atMost(0))));
        }
        return limits;
    }

    private Optional<Limit> limit(GateKind kind, String value) {
        return switch (kind) {
            case REGRESSION, FLIPS, NO_ANSWER, ERROR ->
                share(value, share -> share >= 0 && share < 1).map(Limit::atMost);
            case NON_INFERIORITY ->
                share(value, share -> share > 0 && share < 1).map(Limit::atMost);
            case PERPLEXITY -> share(value, ratio -> ratio > 0).map(Limit::atMost);
            case MINIMUM -> share(value, number -> true).map(Limit::atLeast);
            case LENGTH -> band(value);
        };
    }

    private static Optional<Limit> band(String value) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        Optional<Double> from = share(value.substring(0, dots), ratio -> ratio >= 0);
        Optional<Double> to = share(value.substring(dots + 2), ratio -> ratio >= 0);
        return from.flatMap(least -> to.filter(most -> least < most).map(most -> new Limit(least, most)));
    }

    /** What only makes sense together. */
    private void check(GateConfiguration configuration) {
        boolean recordsThisRun = configuration
                .accept()
                .filter(GateConfiguration.THIS_RUN::equals)
                .isPresent();
        Optional<String> baseline = configuration.comparison().baseline();
        if (configuration.compares() && baseline.isEmpty()) {
            GateKind first = configuration.limits().keySet().stream()
                    .filter(GateKind::compares)
                    .findFirst()
                    .orElseThrow();
            problems.add("property '" + first.property().key()
                    + "' compares with a baseline, and there is none; pass -Dbaseline=FILE, RUN-ID or latest");
        }
        if (configuration.decision().sequential()) {
            checkSequential(configuration);
        }
        if (configuration.accept().isPresent()
                && baseline.filter(GateReader::isFileToWrite).isEmpty()) {
            problems.add("property 'gate.accept' needs a file to write, and property 'baseline' is "
                    + baseline.map(name -> "'" + name + "'").orElse("not set")
                    + "; pass a name that ends in .json (such as -Dbaseline=" + Property.BASELINE.example() + ")");
        }
    }

    /** A suite that is stopped by what it shows has no other figures to judge: which items it has depends on them. */
    private void checkSequential(GateConfiguration configuration) {
        if (!configuration.limits().keySet().equals(Set.of(GateKind.REGRESSION))) {
            problems.add("property 'gate.sequential' stops a suite by gate.regression, and by nothing else; "
                    + "leave the other gates to a run without it");
        }
        if (configuration.comparison().isWithinRun()) {
            problems.add("property 'gate.sequential' needs an earlier run to compare with, and property 'baseline' is "
                    + "'first'; pass a file, a run id or latest");
        }
    }

    private static boolean isFileToWrite(String baseline) {
        return baseline.endsWith(".json") && !baseline.endsWith("results.json");
    }

    private <T> Scoped<T> scoped(Property property, Function<String, Optional<T>> value) {
        Optional<String> given = text.apply(property);
        if (given.isEmpty()) {
            return Scoped.none();
        }
        Optional<Scoped<T>> parsed = Scoped.parse(given.get(), value);
        if (parsed.isEmpty()) {
            problems.add(property.malformed(given.get()));
        }
        return parsed.orElseGet(Scoped::none);
    }

    private double single(Property property, double otherwise, DoublePredicate legal) {
        Optional<String> given = text.apply(property);
        Optional<Double> parsed = given.flatMap(value -> share(value, legal));
        if (given.isPresent() && parsed.isEmpty()) {
            problems.add(property.malformed(given.get()));
        }
        return parsed.orElse(otherwise);
    }

    /** Whether the second of two words was given; the first is the default. */
    private boolean choice(Property property, String first, String second) {
        String given = text.apply(property).orElse(first);
        if (!given.equals(first) && !given.equals(second)) {
            problems.add(property.malformed(given));
        }
        return given.equals(second);
    }

    /** {@code 2%}, {@code 2 %} or {@code 0.02}. */
    private static Optional<Double> share(String value, DoublePredicate legal) {
        boolean percent = value.endsWith("%");
        String number = percent ? value.substring(0, value.length() - 1) : value;
        try {
            double parsed = Double.parseDouble(number.strip()) / (percent ? 100 : 1);
            return Double.isFinite(parsed) && legal.test(parsed) ? Optional.of(parsed) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
