package dev.touchstone.engine;

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
        return suites.isEmpty()
                ? context
                : context.with(RunSession.open(context.configuration(), suites, Clock.systemUTC()));
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
