package dev.touchstone.engine;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.run.RunSession;
import dev.touchstone.run.SubjectRun;
import dev.touchstone.suites.audit.DataAudit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What a node of the tree knows of the run around it; the deeper the node, the more. Immutable. */
record EngineContext(
        RunConfiguration configuration,
        OpenSuites openSuites,
        @Nullable RunSession session,
        @Nullable GateExecution gates,
        @Nullable VariantExecution variant,
        @Nullable SubjectRun subject,
        List<DataAudit> audits)
        implements EngineExecutionContext {

    static EngineContext of(RunConfiguration configuration) {
        return new EngineContext(configuration, new OpenSuites(), null, null, null, null, new CopyOnWriteArrayList<>());
    }

    EngineContext with(RunSession newSession) {
        return new EngineContext(configuration, openSuites, newSession, gates, null, null, audits);
    }

    EngineContext with(GateExecution newGates) {
        return new EngineContext(configuration, openSuites, session, newGates, null, null, audits);
    }

    EngineContext with(VariantExecution newVariant) {
        return new EngineContext(configuration, openSuites, session, gates, newVariant, null, audits);
    }

    EngineContext with(SubjectRun newSubject) {
        return new EngineContext(configuration, openSuites, session, gates, variant, newSubject, audits);
    }

    RunSession requireSession() {
        return Objects.requireNonNull(session, "no run was opened");
    }

    GateExecution requireGates() {
        return Objects.requireNonNull(gates, "no gate was prepared");
    }

    VariantExecution requireVariant() {
        return Objects.requireNonNull(variant, "no suite was started");
    }

    SubjectRun requireSubject() {
        return Objects.requireNonNull(subject, "no subject was started");
    }
}
