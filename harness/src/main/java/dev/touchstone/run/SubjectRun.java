package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
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
import java.util.function.Supplier;
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
    void evaluate(Supplier<LanguageModel> model) {
        try {
            evaluate(model, subject.items());
        } finally {
            end();
        }
    }

    /** Evaluates some items; a failure is that of all that are still without a result. */
    void evaluate(Supplier<LanguageModel> model, List<Item> part) {
        try {
            evaluateAll(model.get(), takeOverEarlierResults(part));
        } catch (RuntimeException | Error e) {
            results.values().forEach(result -> result.completeExceptionally(e));
            throw e;
        }
    }

    /** No item will be evaluated any more. */
    void end() {
        results.values().forEach(result -> result.cancel(false));
    }

    PlannedSubject subject() {
        return subject;
    }

    private List<ItemEvaluation<?, ?>> takeOverEarlierResults(List<Item> part) {
        PromptBuilder prompts = new PromptBuilder(subject);
        List<ItemEvaluation<?, ?>> pending = new ArrayList<>();
        for (Item item : part) {
            ItemEvaluation<?, ?> evaluation = ItemEvaluation.of(subject, item, prompts.build(item));
            Optional<ItemResult> earlier = variant.earlier(evaluation.record());
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

    /** All evaluations of a subject are of one kind, because they are of one task. */
    @SuppressWarnings("unchecked")
    private <Q, R> void evaluateAll(LanguageModel model, List<ItemEvaluation<?, ?>> pending) {
        List<ItemEvaluation<Q, R>> items = new ArrayList<>();
        pending.forEach(item -> items.add((ItemEvaluation<Q, R>) item));
        int next = 0;
        while (next < items.size() && !cancelled) {
            next += evaluateUntilFailure(model, items.subList(next, items.size()));
        }
    }

    /** Evaluates items until one fails in the model; returns how many now have a result. */
    private <Q, R> int evaluateUntilFailure(LanguageModel model, List<ItemEvaluation<Q, R>> pending) {
        Answers<Q, R> answers = new Answers<>(pending);
        try {
            pending.get(0).ask(model, answers.requests, answers);
        } catch (ModelException e) {
            ItemRecord failed = pending.get(answers.finished).record();
            finish(failed.item(), failed.failed(String.valueOf(e.getMessage())));
            return answers.finished + 1;
        }
        return answers.finished;
    }

    private void finish(Item item, ItemResult result) {
        variant.finished(result, Work.of(subject, item));
        results.get(item.index()).complete(result);
    }

    /** Gives each response to its item. Responses come in the order of the requests, so one item is open at a time. */
    private final class Answers<Q, R> implements AnswerListener<R> {

        private final List<ItemEvaluation<Q, R>> items;
        private final List<Q> requests = new ArrayList<>();
        private int finished;

        Answers(List<ItemEvaluation<Q, R>> items) {
            this.items = items;
            items.forEach(item -> requests.addAll(item.requests()));
        }

        @Override
        public void answered(int index, R response) {
            ItemEvaluation<Q, R> open = items.get(finished);
            open.add(response);
            if (open.isAnswered()) {
                finish(open.record().item(), open.score());
                finished++;
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
