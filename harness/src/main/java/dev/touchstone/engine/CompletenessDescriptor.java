package dev.touchstone.engine;

import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The check that every item of a suite was evaluated: a score over fewer items would be another score. */
final class CompletenessDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    /** Items that a message names; more would hide the count. */
    private static final int NAMED = 5;

    CompletenessDescriptor(UniqueId uniqueId, String suite) {
        super(uniqueId, suite + ": every item was evaluated");
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    /** Runs in its parent's thread while subjects may run in others; see {@link VariantExecution#awaitSubjects}. */
    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTestExecutor) {
        VariantExecution variant = context.requireVariant();
        variant.awaitSubjects();
        List<String> missing = variant.run().notEvaluated();
        if (!missing.isEmpty()) {
            String named = String.join("; ", missing.subList(0, Math.min(NAMED, missing.size())));
            String more = missing.size() > NAMED ? "; and " + (missing.size() - NAMED) + " more" : "";
            throw new ItemFailure(
                    missing.size() + (missing.size() == 1 ? " item was" : " items were") + " not evaluated: " + named
                            + more,
                    null);
        }
        return context;
    }
}
