package dev.touchstone.engine;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateConfiguration.Comparison;
import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.GatePlan;
import dev.touchstone.gate.GatePlan.SuiteUnderVariant;
import dev.touchstone.gate.ScopeCheck;
import dev.touchstone.run.Baselines;
import dev.touchstone.suites.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Adds what decides about a run to its tree, when the suites are there. */
final class GateNodes {

    private final RunDescriptor root;
    private final RunConfiguration configuration;
    private final List<Suite> all;

    /** @param all every suite that exists, whether it is run or not */
    GateNodes(RunDescriptor root, RunConfiguration configuration, List<Suite> all) {
        this.root = root;
        this.configuration = configuration;
        this.all = all;
    }

    /** Adds gates; returns what is wrong with them, each in one line. */
    List<String> add() {
        GateConfiguration gates = configuration.gates();
        List<SuiteUnderVariant> suites = suites();
        if (suites.isEmpty() || gates.limits().isEmpty() && gates.accept().isEmpty()) {
            return List.of();
        }
        TestDescriptor parent = parent();
        UniqueId id = parent.getUniqueId().append(Segments.GATES, Segments.ALL);
        boolean earlierRun = gates.accept().isPresent() && !AcceptDescriptor.recordsThisRun(gates);
        GatePlan plan = GatePlan.of(gates, earlierRun ? List.of() : suites);
        GatesDescriptor node = new GatesDescriptor(id, plan);
        if (gates.accept().isPresent()) {
            node.addChild(new AcceptDescriptor(id.append(Segments.BASELINE, Segments.ACCEPT), gates));
        }
        if (earlierRun) {
            removeSuites();
        }
        if (!node.getChildren().isEmpty()) {
            parent.addChild(node);
            root.expectGates();
        }
        List<String> problems = new ArrayList<>(ScopeCheck.problems(gates, all));
        problems.addAll(plan.problems());
        baselineProblem(gates).ifPresent(problems::add);
        return problems;
    }

    private void removeSuites() {
        root.getDescendants().stream()
                .filter(node -> node.getUniqueId().getLastSegment().getType().equals(Segments.SUITE))
                .toList()
                .forEach(TestDescriptor::removeFromHierarchy);
    }

    private Optional<String> baselineProblem(GateConfiguration gates) {
        Baselines baselines = new Baselines(configuration.output());
        if (gates.compares()) {
            return gates.comparison()
                    .baseline()
                    .filter(name -> !name.equals(Comparison.FIRST))
                    .flatMap(baselines::problem);
        }
        return AcceptDescriptor.recordsThisRun(gates)
                ? Optional.empty()
                : gates.accept().flatMap(baselines::problem);
    }

    private List<SuiteUnderVariant> suites() {
        List<SuiteUnderVariant> suites = new ArrayList<>();
        root.accept(node -> {
            if (node instanceof VariantDescriptor variant) {
                suites.add(new SuiteUnderVariant(
                        variant.plannedVariant().suite(), variant.variant().id()));
            }
        });
        return suites.stream()
                .filter(suite -> !suite.planned().suite().isOfChecks())
                .filter(suite -> !suite.planned().subjects().isEmpty())
                .toList();
    }

    /** The last anchor class, because Surefire wants each test below a class; the root if there is none. */
    private TestDescriptor parent() {
        return root.getChildren().stream()
                .filter(node -> node.getUniqueId().getLastSegment().getType().equals(Segments.CLASS))
                .reduce((first, second) -> second)
                .map(TestDescriptor.class::cast)
                .orElse(root);
    }
}
