package dev.touchstone.engine;

import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.plan.ProfileChoice;
import dev.touchstone.run.PlannedVariant;
import dev.touchstone.run.RunSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree, and the run: the model is loaded before the first suite, reports are written after the last. */
final class RunDescriptor extends EngineDescriptor implements Node<EngineContext> {

    RunDescriptor(UniqueId uniqueId) {
        super(uniqueId, "Touchstone");
    }

    @Override
    public EngineContext before(EngineContext context) {
        List<PlannedVariant> suites = new ArrayList<>();
        collect(this, suites);
        if (suites.isEmpty()) {
            return context;
        }
        HardwareProfile profile =
                ProfileChoice.onThisMachine().of(context.configuration().profile());
        return context.with(RunSession.open(context.configuration(), profile, suites, Clock.systemUTC()));
    }

    @Override
    public void after(EngineContext context) throws Exception {
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
