package dev.touchstone.run;

import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Runs one suite under one variant: starts its subjects, keeps its journal, and sums up. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class VariantRun {

    private final PlannedSuite suite;
    private final Variant variant;
    private final ModelDescription model;
    private final ModelQueue queue;
    private final ProgressRelay progress;
    private final Journal journal;
    private @Nullable Rounds rounds;
    private final Map<String, ItemResult> results = new ConcurrentHashMap<>();
    private final long startNanos = System.nanoTime();

    /** @param model as loaded for the variant */
    VariantRun(
            PlannedVariant planned, ModelDescription model, ModelQueue queue, ProgressRelay progress, Journal journal) {
        this.suite = planned.suite();
        this.variant = planned.variant();
        this.model = model;
        this.queue = queue;
        this.progress = progress;
        this.journal = journal;
    }

    /** Queues all items in random order, until the decision is reached. */
    void startRounds(EarlyDecision decision, long seed) {
        List<SubjectRun> runs = suite.subjects().stream()
                .map(subject -> new SubjectRun(subject, this))
                .toList();
        Rounds started = new Rounds(runs, decision, seed);
        rounds = started;
        queue.submit(variant.precision(), model -> started.evaluate(model, results.values()));
    }

    /** Whether a gate decided before all items were evaluated, so that the rest is not needed. */
    public boolean isDecidedEarly() {
        return rounds != null && rounds.isDecided();
    }

    /** Queues the items of one subject for the model, unless they have their turn in rounds. */
    public SubjectRun start(PlannedSubject subject) {
        if (rounds != null) {
            return rounds.subject(subject.subject().id());
        }
        SubjectRun run = new SubjectRun(subject, this);
        queue.submit(variant.precision(), run::evaluate);
        return run;
    }

    /** What is still missing or went wrong, one line for each item; empty when every item was evaluated. */
    public List<String> notEvaluated() {
        List<String> missing = new ArrayList<>();
        for (PlannedSubject subject : suite.subjects()) {
            subject.items().forEach(item -> {
                ItemResult result = results.get(subject.itemId(item));
                if (result == null && !isDecidedEarly()) {
                    missing.add(subject.itemId(item) + ": not reached");
                } else if (result != null && result.outcome() == Outcome.ERROR) {
                    missing.add(subject.itemId(item) + ": " + result.error());
                }
            });
        }
        return missing;
    }

    /** Closes the journal and sums up what there is. */
    SuiteResult finish() {
        SuiteResult result = new SuiteSummary(new PlannedVariant(suite, variant), model, journal.file())
                .summarize(List.copyOf(results.values()), System.nanoTime() - startNanos);
        journal.finish(result.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .toList());
        progress.relay(listener -> listener.suiteFinished(result));
        return result;
    }

    Optional<ItemResult> earlier(ItemRecord item) {
        return journal.earlier(item.id(), item.prompt().sha256());
    }

    /** Takes over a result that an interrupted run left in the journal. */
    void recovered(ItemResult result) {
        results.put(result.id(), result);
        progress.relay(listener -> listener.itemFinished(result, 0));
    }

    /** Takes a new result, into the journal first. */
    void finished(ItemResult result, long work) {
        journal.append(result);
        results.put(result.id(), result);
        progress.relay(listener -> listener.itemFinished(result, work));
    }
}
