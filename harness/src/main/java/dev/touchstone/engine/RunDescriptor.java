package dev.touchstone.engine;

import dev.touchstone.config.GateConfiguration.Comparison;
import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.GatePlan;
import dev.touchstone.gate.Gates;
import dev.touchstone.run.Baselines;
import dev.touchstone.run.PlannedComparison;
import dev.touchstone.run.PlannedVariant;
import dev.touchstone.run.RunSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree, and the run: the model is loaded before the first suite, reports are written after the last. */
final class RunDescriptor extends EngineDescriptor implements Node<EngineContext> {

    private boolean gatesExpected;

    RunDescriptor(UniqueId uniqueId) {
        super(uniqueId, "Touchstone");
    }

    /** Notes that gates were added. If tags or filters then take them out of the tree, the run fails: nobody would decide about it. */
    void expectGates() {
        gatesExpected = true;
    }

    @Override
    public EngineContext before(EngineContext context) {
        List<PlannedVariant> suites = new ArrayList<>();
        collect(this, suites);
        context.openSuites().open(this);
        if (suites.isEmpty()) {
            return context;
        }
        EngineContext prepared = prepareGates(context);
        return prepared.with(RunSession.open(context.configuration(), suites, Clock.systemUTC()));
    }

    /** Before the model is loaded, so that a run which can't be compared ends at once. */
    private EngineContext prepareGates(EngineContext context) {
        Optional<GatesDescriptor> gates = getDescendants().stream()
                .filter(GatesDescriptor.class::isInstance)
                .map(GatesDescriptor.class::cast)
                .findFirst();
        if (gates.isEmpty() && gatesExpected) {
            throw new ItemFailure(
                    "the gates were filtered out of the tests, such as by -Dgroups; let the tag 'gate' through too "
                            + "(-Dgroups='law | gate'), or leave the gates out",
                    null);
        }
        return gates.map(node -> context.with(prepare(node.plan(), context.configuration())))
                .orElse(context);
    }

    private static GateExecution prepare(GatePlan plan, RunConfiguration configuration) {
        Comparison comparison = configuration.gates().comparison();
        if (plan.compared().isEmpty() || comparison.isWithinRun()) {
            return new GateExecution(new Gates(plan, null));
        }
        Baseline baseline =
                new Baselines(configuration.output()).read(comparison.baseline().orElseThrow());
        PlannedComparison.check(baseline, plan.compared(), comparison.commonItems());
        return new GateExecution(new Gates(plan, baseline));
    }

    @Override
    public void after(EngineContext context) throws Exception {
        if (!context.audits().isEmpty()) {
            Reports.load()
                    .writeAudits(
                            context.audits(), context.configuration().output().resolve("audit"));
        }
        if (context.session() == null) {
            return;
        }
        try (RunSession session = context.session()) {
            Reports.load().write(session.result());
        }
    }

    private static void collect(TestDescriptor descriptor, List<PlannedVariant> suites) {
        if (descriptor instanceof VariantDescriptor variant) {
            suites.add(variant.plannedVariant());
        }
        descriptor.getChildren().forEach(child -> collect(child, suites));
    }
}
