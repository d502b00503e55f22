package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Comparison;
import dev.touchstone.result.GateResult.ComparedWith;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * An earlier run to compare with.
 *
 * @param source where it was read, as its user named it
 * @param run its origin
 * @param chosenVariant the variant that was asked for; null when none was
 * @param suites what it evaluated
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Baseline(String source, Origin run, @Nullable String chosenVariant, List<SuiteItems> suites) {

    /**
     * Where a baseline's numbers come from.
     *
     * @param id the run's id
     * @param started when it began, as ISO 8601
     * @param model the model's name
     * @param modelFingerprint the model's fingerprint
     * @param harnessVersion Touchstone's version
     */
    public record Origin(String id, String started, String model, String modelFingerprint, String harnessVersion) {}

    /**
     * A run as a baseline for later ones. Checks on a model are no part of it.
     *
     * @throws ComparisonRefused if it was stopped or an item could not be evaluated: nobody can be compared with what is not there
     */
    public static Baseline of(RunResult result, String source) {
        Baseline baseline = new Baseline(source, origin(result.run()), null, suites(result));
        baseline.requireWhole();
        return baseline;
    }

    /** A variant of a run, for its others. */
    static Baseline ofVariant(RunResult result, String variant) {
        return new Baseline(Comparison.FIRST, origin(result.run()), variant, suites(result));
    }

    private static Origin origin(RunInfo run) {
        return new Origin(
                run.id(),
                run.started().toString(),
                run.model().name(),
                run.model().fingerprint(),
                run.harnessVersion());
    }

    private static List<SuiteItems> suites(RunResult result) {
        return result.suites().stream()
                .filter(suite -> !suite.isOfChecks())
                .map(SuiteItems::of)
                .toList();
    }

    /**
     * Makes sure that later runs can be compared with all of it.
     *
     * @throws ComparisonRefused if not
     */
    public void requireWhole() {
        if (suites.isEmpty()) {
            throw new ComparisonRefused("run " + run.id() + " evaluated no suite, so it can't be a baseline");
        }
        for (SuiteItems suite : suites) {
            long errors =
                    suite.items().stream().filter(item -> !item.isEvaluated()).count();
            if (!suite.finished() || errors > 0) {
                throw new ComparisonRefused("run " + run.id() + " can't be a baseline: suite '" + suite.suite() + "' "
                        + (suite.finished()
                                ? "has " + errors + " items that could not be evaluated"
                                : "was stopped before its end")
                        + "; run it again");
            }
        }
    }

    /** The same with another choice of the variant. */
    public Baseline withVariant(@Nullable String variant) {
        return new Baseline(source, run, variant, suites);
    }

    /**
     * The suite to compare one with: under the variant that was asked for, the only one, or the same one.
     *
     * @throws ComparisonRefused if there is none or it is not clear
     */
    SuiteItems suite(String id, String variant) {
        List<SuiteItems> candidates =
                suites.stream().filter(suite -> suite.suite().equals(id)).toList();
        if (candidates.isEmpty()) {
            throw new ComparisonRefused(named() + " has no suite '" + id + "'; it has: "
                    + suites.stream().map(SuiteItems::suite).distinct().collect(Collectors.joining(", ")));
        }
        if (candidates.size() == 1 && chosenVariant == null) {
            return candidates.get(0);
        }
        String wanted = chosenVariant == null ? variant : chosenVariant;
        return candidates.stream()
                .filter(suite -> suite.variant().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ComparisonRefused(named() + " has suite '" + id + "' as "
                        + candidates.stream().map(SuiteItems::variant).collect(Collectors.joining(", "))
                        + ", not as " + wanted + "; name one, such as -Dbaseline=" + source + "#"
                        + candidates.get(0).variant()));
    }

    /**
     * Matches the items of a suite with the baseline's.
     *
     * @param common whether items that only one of the runs has are left out
     * @throws ComparisonRefused if they can't be compared
     */
    public Pairs match(SuiteItems candidate, boolean common) {
        return Pairs.of(suite(candidate.suite(), candidate.variant()), candidate, common);
    }

    ComparedWith comparedWith(SuiteItems suite) {
        return new ComparedWith(run.id(), run.model(), run.modelFingerprint(), suite.variant(), source);
    }

    private String named() {
        return "the baseline '" + source + "' (run " + run.id() + ")";
    }
}
