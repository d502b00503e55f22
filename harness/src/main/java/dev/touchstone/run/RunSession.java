package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.mini.catalog.MiniSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One run from opening the model to the last result. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunSession implements AutoCloseable {

    private final RunConfiguration configuration;
    private final LanguageModel model;
    private final ModelQueue queue;
    private final RunFolder folder;
    private final ProgressRelay progress;
    private final int planned;
    private final List<SuiteResult> finished = new ArrayList<>();

    private RunSession(
            RunConfiguration configuration,
            LanguageModel model,
            RunFolder folder,
            ProgressRelay progress,
            int planned) {
        this.configuration = configuration;
        this.model = model;
        this.queue = new ModelQueue(model);
        this.folder = folder;
        this.progress = progress;
        this.planned = planned;
    }

    /**
     * Loads the model and opens the run's folder.
     *
     * @param suites all that will run
     * @throws ModelException if the model can't be loaded
     */
    public static RunSession open(RunConfiguration configuration, List<PlannedSuite> suites, Clock clock) {
        ProgressRelay progress = ProgressRelay.load();
        LanguageModel model = openModel(configuration, progress);
        try {
            String key = RunKey.of(model.description(), Version.current(), suites);
            RunFolder folder = RunFolder.open(configuration.output(), key, configuration.resume(), clock.instant());
            return new RunSession(configuration, model, folder, progress, suites.size());
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Begins a suite. */
    public VariantRun start(PlannedSuite suite, Variant variant) {
        String title =
                suite.suite().title() + (MiniSource.isMini(suite.dataKind()) ? " (" + suite.dataKind() + ")" : "");
        progress.relay(listener -> listener.suiteStarted(title, suite.itemCount(), Work.of(suite)));
        String name = "items-" + suite.suite().id() + "-" + variant.id() + ".jsonl";
        Journal journal = Journal.open(folder.path().resolve(name));
        return new VariantRun(suite, variant, queue, progress, journal);
    }

    /** Ends a suite and keeps its result. */
    public synchronized void finish(VariantRun run) {
        finished.add(run.finish());
    }

    /** All suites that have ended. When each planned one was finished, the run is finished and will not be continued. */
    public synchronized RunResult result() {
        if (finished.size() == planned && finished.stream().allMatch(SuiteResult::finished)) {
            folder.finish();
        }
        RunInfo info = new RunInfo(
                folder.id(),
                folder.started(),
                model.description(),
                Version.current(),
                Host.jdk(),
                Host.describe(),
                configuration.given(),
                folder.path());
        return new RunResult(info, List.copyOf(finished));
    }

    /** Closes the model. */
    @Override
    public void close() {
        queue.close();
    }

    private static LanguageModel openModel(RunConfiguration configuration, ProgressRelay progress) {
        Models models = Models.load();
        String name = models.chosen(configuration).orElseThrow();
        progress.relay(listener -> listener.modelLoading(name));
        long start = System.nanoTime();
        LanguageModel model = models.open(name, new ModelOptions(configuration.threads(), configuration.simd()));
        long nanos = System.nanoTime() - start;
        progress.relay(listener -> listener.modelLoaded(model.description(), nanos));
        return model;
    }
}
