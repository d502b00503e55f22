package dev.touchstone.engine;

import dev.touchstone.gate.GatePlan;
import org.junit.platform.engine.UniqueId;

/** All that decides about a run: its gates, and the recording of a baseline. Comes after the suites. */
final class GatesDescriptor extends ContainerDescriptor {

    private final GatePlan plan;

    GatesDescriptor(UniqueId uniqueId, GatePlan plan) {
        super(uniqueId, "Gates");
        this.plan = plan;
        plan.gates().forEach(gate -> addChild(new GateDescriptor(uniqueId.append(Segments.GATE, gate.name()), gate)));
    }

    GatePlan plan() {
        return plan;
    }

    /** Runs in its parent's thread while suites may run in others; see {@link OpenSuites#await}. */
    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public EngineContext before(EngineContext context) {
        context.openSuites().await();
        if (context.session() != null && context.gates() != null) {
            context.gates().judge(context.session());
        }
        return context;
    }
}
