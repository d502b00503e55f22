package dev.touchstone.engine;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.Item;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/**
 * One item: passes when the model chose the right answer, is aborted when it chose another (visible, but no failure of the build), fails
 * when the item could not be evaluated. An item that is only measured has no wrong answer, and passes. A check on the model fails when it
 * does not hold, and is aborted when it could not be tried.
 */
final class ItemDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    private final Item item;
    private final Set<TestTag> tags;

    /** @param suffix what tells its name from those of the same item under other variants */
    ItemDescriptor(UniqueId uniqueId, PlannedSubject subject, Item item, String suffix) {
        super(
                uniqueId,
                subject.itemId(item) + suffix,
                FileSource.from(item.file().toFile(), FilePosition.from(item.line())));
        this.item = item;
        this.tags = tags(subject);
    }

    Item item() {
        return item;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTestExecutor) {
        report(await(context));
        return context;
    }

    private ItemResult await(EngineContext context) {
        try {
            return context.requireSubject().await(item);
        } catch (CancellationException e) {
            throw withoutStackTrace(new TestAbortedException(
                    context.requireVariant().run().isDecidedEarly()
                            ? "not needed: a gate had decided before"
                            : "the run was stopped before this item was evaluated"));
        } catch (CompletionException e) {
            throw new ItemFailure(getDisplayName() + " was not evaluated: " + e.getCause(), e.getCause());
        }
    }

    private static void report(ItemResult result) {
        if (result.isBrokenCheck()) {
            throw new ItemFailure(result.id() + " " + result.finding().inWords(), null);
        }
        switch (result.outcome()) {
            case CORRECT, MEASURED -> {}
            case WRONG, NO_ANSWER ->
                throw withoutStackTrace(
                        new TestAbortedException(result.finding().inWords()));
            case ERROR -> throw new ItemFailure(result.id() + " could not be evaluated: " + result.error(), null);
        }
    }

    private static <T extends Throwable> T withoutStackTrace(T throwable) {
        throwable.setStackTrace(new StackTraceElement[0]);
        return throwable;
    }

    /** The suite's, group's and subject's ids, where they are legal tags. */
    private static Set<TestTag> tags(PlannedSubject subject) {
        Set<TestTag> tags = new LinkedHashSet<>();
        Stream.of(
                        subject.suite().id(),
                        subject.subject().group(),
                        subject.subject().id())
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .forEach(tags::add);
        return Set.copyOf(tags);
    }
}
