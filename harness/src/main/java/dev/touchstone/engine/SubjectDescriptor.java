package dev.touchstone.engine;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite.Subject;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/** A subject. Its items are evaluated in one go, so that what their prompts share is computed once. */
final class SubjectDescriptor extends ContainerDescriptor {

    private final PlannedSubject whole;

    /**
     * @param whole the subject with any items; those in the tree are what counts
     */
    SubjectDescriptor(UniqueId uniqueId, PlannedSubject whole) {
        super(uniqueId, title(whole));
        this.whole = whole;
    }

    Subject subject() {
        return whole.subject();
    }

    /** The subject with the items that are in the tree. */
    PlannedSubject planned() {
        List<Item> items = getChildren().stream()
                .map(ItemDescriptor.class::cast)
                .map(ItemDescriptor::item)
                .toList();
        return whole.withItems(items);
    }

    @Override
    public EngineContext before(EngineContext context) {
        return context.with(context.requireVariant().run().start(planned()));
    }

    @Override
    public void after(EngineContext context) {
        if (context.subject() != null) {
            context.subject().cancel();
        }
    }

    @Override
    public void nodeFinished(EngineContext context, TestDescriptor descriptor, TestExecutionResult result) {
        ended(context);
    }

    @Override
    public void nodeSkipped(EngineContext context, TestDescriptor descriptor, SkipResult result) {
        ended(context);
    }

    private static void ended(EngineContext context) {
        if (context.variant() != null) {
            context.variant().subjectEnded();
        }
    }

    private static String title(PlannedSubject planned) {
        String id = planned.subject().id();
        String local = planned.subject().localTitle();
        return local.equals(planned.subject().title()) ? id : id + " " + local;
    }
}
