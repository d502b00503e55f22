package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateKind;
import dev.touchstone.config.Property;
import dev.touchstone.config.Similar;
import dev.touchstone.suites.Suite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds values for suites and metrics that do not exist: such a value would never apply, and nobody would notice. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ScopeCheck {

    private final Set<String> suites = new LinkedHashSet<>();
    private final Set<String> metrics = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private ScopeCheck(List<Suite> all) {
        for (Suite suite : all) {
            if (!suite.isOfChecks()) {
                suites.add(suite.id());
                suite.subjects()
                        .forEach(subject -> metrics.addAll(suite.task(subject).metrics()));
            }
        }
    }

    /**
     * What is wrong, each in one line.
     *
     * @param all every suite that exists, whether it is run or not
     */
    public static List<String> problems(GateConfiguration gates, List<Suite> all) {
        ScopeCheck check = new ScopeCheck(all);
        gates.limits().forEach((kind, limits) -> {
            for (String scope : limits.scopes()) {
                if (kind == GateKind.MINIMUM) {
                    check.minimum(scope);
                } else {
                    check.suite(kind.property(), scope);
                }
            }
        });
        gates.comparison().detect().scopes().forEach(scope -> check.suite(Property.GATE_DETECT, scope));
        gates.comparison().metric().scopes().forEach(scope -> check.suite(Property.GATE_METRIC, scope));
        return check.problems;
    }

    private void suite(Property property, String suite) {
        if (!suites.contains(suite)) {
            unknown(property, "suite", suite, suites);
        }
    }

    private void minimum(String scope) {
        int slash = scope.indexOf('/');
        if (slash >= 0) {
            suite(Property.GATE_MIN, scope.substring(0, slash));
        }
        String metric = scope.substring(slash + 1);
        if (!metrics.contains(metric) && !(slash < 0 && suites.contains(metric))) {
            unknown(Property.GATE_MIN, "metric", metric, metrics);
        }
    }

    private void unknown(Property property, String what, String name, Set<String> legal) {
        String hint = Similar.to(name, legal)
                .map(similar -> "did you mean '" + similar + "'? ")
                .orElse("");
        problems.add("property '" + property.key() + "' has a value for " + what + " '" + name
                + "', which does not exist; " + hint + "legal: " + String.join(", ", legal));
    }
}
