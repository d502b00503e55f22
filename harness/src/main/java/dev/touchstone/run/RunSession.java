package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.gate.Gates;
import dev.touchstone.metric.VariantComparisons;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One run from opening the model to the last result. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunSession implements AutoCloseable {

    private final RunConfiguration configuration;
    private final ModelQueue queue;
    private final RunFolder folder;
    private final ProgressRelay progress;
    private final int planned;
    private final List<SuiteResult> finished = new ArrayList<>();
    private List<GateResult> verdicts = List.of();
    private List<BaselineComparison> againstBaseline = List.of();

    private RunSession(
            RunConfiguration configuration, ModelQueue queue, RunFolder folder, ProgressRelay progress, int planned) {
        this.configuration = configuration;
        this.queue = queue;
        this.folder = folder;
        this.progress = progress;
        this.planned = planned;
    }

    /**
     * Loads the model for the first variant and opens the run's folder.
     *
     * @param suites all that will run, at least one
     * @throws ModelException if the model can't be loaded
     */
    public static RunSession open(RunConfiguration configuration, List<PlannedVariant> suites, Clock clock) {
        ProgressRelay progress = ProgressRelay.load();
        ModelQueue queue = new ModelQueue(new VariantModels(configuration, progress));
        try {
            ModelDescription model = queue.load(suites.get(0).variant().precision());
            String key = RunKey.of(model, Version.current(), suites);
            RunFolder folder = RunFolder.open(configuration.output(), key, configuration.resume(), clock.instant());
            return new RunSession(configuration, queue, folder, progress, suites.size());
        } catch (RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    /**
     * Begins a suite under a variant, for which it loads the model if another one is in memory.
     *
     * @param decision what may stop the suite before its end; empty for nothing
     * @throws ModelException if the model can't be loaded
     */
    public VariantRun start(PlannedVariant planned, Optional<EarlyDecision> decision) {
        PlannedSuite suite = planned.suite();
        ModelDescription loaded = queue.load(planned.variant().precision());
        String title =
                suite.suite().title() + (MiniSource.isMini(suite.dataKind()) ? " (" + suite.dataKind() + ")" : "");
        progress.relay(listener -> listener.suiteStarted(title, suite.itemCount(), Work.of(suite)));
        String name = "items-" + suite.suite().id() + "-" + planned.variant().id() + ".jsonl";
        Journal journal = Journal.open(folder.path().resolve(name));
        VariantRun run = new VariantRun(planned, loaded, queue, progress, journal);
        decision.ifPresent(early -> run.startRounds(early, configuration.seed()));
        return run;
    }

    /** Ends a suite and keeps its result. */
    public synchronized void finish(VariantRun run) {
        finished.add(run.finish());
    }

    /** Judges the suites that have ended, compares them with the baseline, and keeps both. */
    public synchronized List<GateResult> judge(Gates gates) {
        RunResult judged = result();
        verdicts = gates.judge(judged);
        againstBaseline = gates.compare(judged);
        return verdicts;
    }

    /** All suites that have ended. When each planned one was finished, the run is finished and will not be continued. */
    public synchronized RunResult result() {
        if (finished.size() == planned && finished.stream().allMatch(SuiteResult::finished)) {
            folder.finish();
        }
        RunInfo info = new RunInfo(
                folder.id(),
                folder.started(),
                queue.first(),
                Version.current(),
                Host.jdk(),
                Host.describe(),
                configuration.given(),
                folder.path());
        return new RunResult(
                info,
                List.copyOf(finished),
                VariantComparisons.of(finished, configuration.precisions()),
                verdicts,
                againstBaseline);
    }

    /** Closes the model. */
    @Override
    public void close() {
        queue.close();
    }
}
