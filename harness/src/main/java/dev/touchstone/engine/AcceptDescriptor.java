package dev.touchstone.engine;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.run.BaselineRecorder;
import dev.touchstone.run.Baselines;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** Records a baseline: the run around it when its suites have ended, or an earlier run when there are none. */
final class AcceptDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    AcceptDescriptor(UniqueId uniqueId, GateConfiguration gates) {
        super(
                uniqueId,
                "baseline " + gates.comparison().baseline().orElse("") + ": "
                        + (recordsThisRun(gates)
                                ? "this run"
                                : "run " + gates.accept().orElse("")) + " was recorded");
    }

    /** Whether the run that is made is recorded, and not an earlier one. */
    static boolean recordsThisRun(GateConfiguration gates) {
        return gates.accept().filter(GateConfiguration.THIS_RUN::equals).isPresent();
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(TestTag.create("gate"));
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTestExecutor) {
        try {
            String file =
                    context.configuration().gates().comparison().baseline().orElseThrow();
            BaselineRecorder.record(recorded(context), Path.of(file));
        } catch (ComparisonRefused e) {
            throw new ItemFailure(String.valueOf(e.getMessage()), null);
        }
        return context;
    }

    private static Baseline recorded(EngineContext context) {
        RunConfiguration configuration = context.configuration();
        return recordsThisRun(configuration.gates())
                ? Baseline.of(context.requireSession().result(), "this run")
                : new Baselines(configuration.output())
                        .read(configuration.gates().accept().orElseThrow());
    }
}
