package dev.touchstone.engine;

import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.run.PlannedVariant;
import dev.touchstone.suites.Suite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/** A suite under one variant. */
final class VariantDescriptor extends ContainerDescriptor {

    private final Suite suite;
    private final Variant variant;
    private final String dataKind;

    VariantDescriptor(UniqueId uniqueId, Suite suite, Variant variant, String dataKind) {
        super(uniqueId, variant.id());
        this.suite = suite;
        this.variant = variant;
        this.dataKind = dataKind;
    }

    Variant variant() {
        return variant;
    }

    /** Puts subjects in the suite's order, whatever order they were selected in, and what checks them after them. */
    void orderSubjects() {
        orderChildren(children -> {
            List<TestDescriptor> ordered = new ArrayList<>(children);
            ordered.sort(Comparator.comparingInt(this::place));
            return ordered;
        });
    }

    /** What is in the tree, under this variant. */
    PlannedVariant plannedVariant() {
        return new PlannedVariant(planned(), variant);
    }

    /** What is in the tree: filters and single selected items are taken into account. */
    private PlannedSuite planned() {
        List<PlannedSubject> subjects = subjects().stream()
                .map(SubjectDescriptor::planned)
                .filter(subject -> !subject.items().isEmpty())
                .toList();
        return new PlannedSuite(suite, dataKind, subjects);
    }

    @Override
    public EngineContext before(EngineContext context) {
        Optional<EarlyDecision> early =
                Optional.ofNullable(context.gates()).flatMap(gates -> gates.earlyDecision(plannedVariant()));
        return context.with(new VariantExecution(
                context.requireSession().start(plannedVariant(), early),
                subjects().size()));
    }

    @Override
    public void after(EngineContext context) {
        if (context.variant() != null) {
            context.requireSession().finish(context.variant().run());
        }
    }

    /** One after the other: one variant's model is in memory at a time. */
    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    @Override
    public void nodeFinished(EngineContext context, TestDescriptor descriptor, TestExecutionResult result) {
        context.openSuites().ended(this);
    }

    private int place(TestDescriptor child) {
        return child instanceof SubjectDescriptor subject
                ? suite.subjects().indexOf(subject.subject())
                : Integer.MAX_VALUE;
    }

    private List<SubjectDescriptor> subjects() {
        return getChildren().stream()
                .filter(SubjectDescriptor.class::isInstance)
                .map(SubjectDescriptor.class::cast)
                .toList();
    }
}
