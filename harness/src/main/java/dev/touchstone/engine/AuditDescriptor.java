package dev.touchstone.engine;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.audit.Auditor;
import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.TestAbortedException;

/**
 * Looks a suite's data over: passes when there is nothing to say, is aborted with the number of warnings when there is, and fails when items can't be
 * evaluated.
 */
final class AuditDescriptor extends AbstractTestDescriptor implements Node<EngineContext> {

    private final Suite suite;
    private final List<Subject> subjects;
    private final DataSource data;

    AuditDescriptor(UniqueId uniqueId, Suite suite, List<Subject> subjects, DataSource data) {
        super(uniqueId, suite.id() + ": audit of the data");
        this.suite = suite;
        this.subjects = subjects;
        this.data = data;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public EngineContext execute(EngineContext context, DynamicTestExecutor dynamicTestExecutor) {
        DataAudit audit = Auditor.audit(suite, subjects, data);
        context.audits().add(audit);
        int warnings = audit.warnings().size();
        if (audit.hasFaults()) {
            Warning first = audit.warnings().get(0);
            String items = first.items().isEmpty() ? "" : ": " + first.items().get(0);
            throw new ItemFailure(
                    suite.id() + " has items that can't be evaluated: " + first.text() + items
                            + (warnings > 1 ? "; and " + (warnings - 1) + " more warnings" : ""),
                    null);
        }
        if (warnings > 0) {
            TestAbortedException aborted =
                    new TestAbortedException(warnings + (warnings == 1 ? " warning" : " warnings"));
            aborted.setStackTrace(new StackTraceElement[0]);
            throw aborted;
        }
        return context;
    }
}
