package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.gate.Gates;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.metric.VariantComparisons;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.run.logits.PositionRecorder;
import dev.touchstone.run.logits.RunLogits;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One run from opening the model to the last result. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunSession implements AutoCloseable {

    /** Some ten thousand positions of a vocabulary of 49152 tokens: their means are steady to 1 %, and a disk has room for them. */
    private static final long LOGIT_BYTES = 2L << 30;

    private final RunConfiguration configuration;
    private final ModelQueue queue;
    private final RunFolder folder;
    private final ProgressRelay progress;
    private final HardwarePlan hardware;
    private final RunLogits logits;
    private int planned;
    private final List<SuiteResult> finished = new ArrayList<>();
    private List<GateResult> verdicts = List.of();
    private List<BaselineComparison> againstBaseline = List.of();

    private RunSession(
            RunConfiguration configuration,
            ModelQueue queue,
            RunFolder folder,
            ProgressRelay progress,
            HardwarePlan hardware) {
        this.configuration = configuration;
        this.queue = queue;
        this.folder = folder;
        this.progress = progress;
        this.hardware = hardware;
        this.logits =
                new RunLogits(configuration.logits(), configuration.precisions().size() > 1, LOGIT_BYTES);
    }

    /**
     * Loads the model for the first variant and opens the run's folder.
     *
     * @param profile the hardware that the run is planned for
     * @param suites all that is asked for, at least one
     * @throws ModelException if the model can't be loaded
     */
    public static RunSession open(
            RunConfiguration configuration, HardwareProfile profile, List<PlannedVariant> suites, Clock clock) {
        HardwarePlan hardware = new HardwarePlan(profile, configuration.attention());
        List<PlannedVariant> allowed = suites.stream()
                .filter(planned -> hardware.allows(planned.variant().precision()))
                .toList();
        ProgressRelay progress = ProgressRelay.load();
        ModelQueue queue = new ModelQueue(new VariantModels(configuration, suites, progress));
        try {
            ModelDescription model = queue.load(
                    (allowed.isEmpty() ? suites : allowed).get(0).variant().precision());
            String key = RunKey.of(model, Version.current(), allowed, configuration);
            RunFolder folder = RunFolder.open(configuration.output(), key, configuration.resume(), clock.instant());
            RunSession session = new RunSession(configuration, queue, folder, progress, hardware);
            session.planned = allowed.size();
            return session;
        } catch (RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    /**
     * Why a suite is not to run under a variant, because the hardware does not allow it; empty if it is. May load the model.
     *
     * @throws ModelException if the model can't be loaded
     */
    public synchronized Optional<String> skip(PlannedVariant asked) {
        Optional<String> refusal = hardware.refusal(asked.variant().precision());
        if (refusal.isEmpty() && hardware.limitsMemory()) {
            refusal = hardware.refusal(queue.load(asked.variant().precision()));
            planned -= refusal.isPresent() ? 1 : 0;
        }
        refusal.ifPresent(reason -> hardware.skip(asked, reason));
        return refusal;
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
        VariantRun run =
                new VariantRun(planned, loaded, queue, new VariantRun.Services(progress, journal, recorder(planned)));
        decision.ifPresent(early -> run.startRounds(early, configuration.seed()));
        return run;
    }

    private Optional<PositionRecorder> recorder(PlannedVariant planned) {
        PlannedSuite suite = planned.suite();
        String id = suite.suite().id();
        Map<String, Integer> places = new HashMap<>();
        suite.subjects()
                .forEach(subject -> subject.items().forEach(item -> places.put(subject.itemId(item), places.size())));
        return logits.recorder(
                RunLogits.key(id, planned.variant().form(), RunKey.ofData(suite)),
                planned.variant().precision(),
                folder.path().resolve("logits-" + id + "-" + planned.variant().id() + ".f32"),
                places);
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
                VariantComparisons.of(finished, precisionsThatRan()),
                verdicts,
                againstBaseline,
                logits.comparisons(finished),
                hardware.result(configuration.precisions(), finished, queue));
    }

    /** The first of them is what the others are compared with. */
    private List<String> precisionsThatRan() {
        return configuration.precisions().stream()
                .filter(precision -> finished.stream()
                        .anyMatch(suite -> suite.variant().precision().equals(precision)))
                .toList();
    }

    /** Closes the model. */
    @Override
    public void close() {
        queue.close();
        logits.close();
    }
}
