package dev.touchstone.run;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.PromptBuilder;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Evaluates the items of one subject, in their order, and hands out each result as soon as it is there. */
@API(status = Status.INTERNAL, since = "0.1")
public final class SubjectRun {

    private final PlannedSubject subject;
    private final VariantRun variant;
    private final Map<Integer, CompletableFuture<ItemResult>> results = new HashMap<>();
    private volatile boolean cancelled;

    SubjectRun(PlannedSubject subject, VariantRun variant) {
        this.subject = subject;
        this.variant = variant;
        subject.items().forEach(item -> results.put(item.index(), new CompletableFuture<>()));
    }

    /**
     * Waits for an item's result.
     *
     * @param item one of the subject's planned items
     * @throws CancellationException if the subject was stopped before the item had its turn
     */
    public ItemResult await(Item item) {
        return results.get(item.index()).join();
    }

    /** Stops after the request that is being computed. Items without a result get none. */
    public void cancel() {
        cancelled = true;
    }

    /** Evaluates all items. Every item gets a result, whatever happens to it, unless the subject is stopped. */
    void evaluate(LanguageModel model) {
        try {
            List<ItemEvaluation> pending = takeOverEarlierResults();
            int next = 0;
            while (next < pending.size() && !cancelled) {
                next += evaluateUntilFailure(model, pending.subList(next, pending.size()));
            }
        } catch (RuntimeException | Error e) {
            results.values().forEach(result -> result.completeExceptionally(e));
            throw e;
        } finally {
            results.values().forEach(result -> result.cancel(false));
        }
    }

    private List<ItemEvaluation> takeOverEarlierResults() {
        PromptBuilder prompts = new PromptBuilder(subject);
        List<ItemEvaluation> pending = new ArrayList<>();
        for (Item item : subject.items()) {
            ItemEvaluation evaluation = new ItemEvaluation(subject, item, prompts.build(item));
            Optional<ItemResult> earlier = variant.earlier(evaluation);
            earlier.ifPresent(result -> {
                variant.recovered(result);
                results.get(item.index()).complete(result);
            });
            if (earlier.isEmpty()) {
                pending.add(evaluation);
            }
        }
        return pending;
    }

    /** Evaluates items until one fails in the model; returns how many now have a result. */
    private int evaluateUntilFailure(LanguageModel model, List<ItemEvaluation> pending) {
        Answers answers = new Answers(pending);
        try {
            model.loglikelihoods(answers.requests, answers);
        } catch (ModelException e) {
            ItemEvaluation failed = pending.get(answers.finished);
            finish(failed, failed.fail(String.valueOf(e.getMessage())));
            return answers.finished + 1;
        }
        return answers.finished;
    }

    private void finish(ItemEvaluation evaluation, ItemResult result) {
        variant.finished(result, Work.of(subject, evaluation.item()));
        results.get(evaluation.item().index()).complete(result);
    }

    /** Gives each response to its item. Responses come in the order of the requests, so one item is open at a time. */
    private final class Answers implements ResponseListener {

        private final List<ItemEvaluation> items;
        private final List<LoglikelihoodRequest> requests = new ArrayList<>();
        private int finished;

        Answers(List<ItemEvaluation> items) {
            this.items = items;
            items.forEach(item -> requests.addAll(item.requests()));
        }

        @Override
        public void answered(int index, LoglikelihoodResponse response) {
            ItemEvaluation open = items.get(finished);
            open.add(response);
            if (open.isAnswered()) {
                finish(open, open.score());
                finished++;
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
