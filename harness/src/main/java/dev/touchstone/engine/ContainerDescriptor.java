package dev.touchstone.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A container of the tree that does nothing itself: an anchor class, a data folder, or a suite. */
class ContainerDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    ContainerDescriptor(UniqueId uniqueId, String displayName, @Nullable TestSource source) {
        super(uniqueId, displayName, source);
    }

    ContainerDescriptor(UniqueId uniqueId, String displayName) {
        super(uniqueId, displayName);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** What is skipped as a whole, such as by a cancelled run, takes the suites below it along. */
    @Override
    public void nodeSkipped(EngineContext context, TestDescriptor descriptor, SkipResult result) {
        context.openSuites().ended(this);
    }
}
