package dev.touchstone.engine;

import dev.touchstone.gate.PlannedGate;
import dev.touchstone.result.GateResult;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/** A gate: passes or fails by its verdict; an inconclusive one is aborted (visible, but no failure) unless it was asked to fail. */
final class GateDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    /** The tag of all gates, so that they can be taken along when items are chosen by tags. */
    private static final String TAG = "gate";

    GateDescriptor(UniqueId uniqueId, PlannedGate gate) {
        super(uniqueId, "gate " + gate.name());
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(TestTag.create(TAG));
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTestExecutor) {
        GateResult result =
                context.requireGates().result(getUniqueId().getLastSegment().getValue());
        String message = result.verdict() + ": " + result.evidence();
        switch (result.verdict()) {
            case PASS -> {}
            case FAIL, REFUSED -> throw new ItemFailure(message, null);
            case INCONCLUSIVE -> inconclusive(message, context);
        }
        return context;
    }

    private static void inconclusive(String message, EngineContext context) {
        if (context.configuration().gates().decision().inconclusiveFails()) {
            throw new ItemFailure(message, null);
        }
        TestAbortedException aborted = new TestAbortedException(message);
        aborted.setStackTrace(new StackTraceElement[0]);
        throw aborted;
    }
}
