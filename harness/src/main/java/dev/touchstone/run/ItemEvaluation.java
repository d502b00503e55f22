package dev.touchstone.run;

import dev.touchstone.config.ScoringMode.Kind;
import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * One item on its way: collects the responses to its requests until it can be scored.
 *
 * @param <Q> what a model is asked
 * @param <R> what it answers
 */
abstract class ItemEvaluation<Q, R> {

    private final ItemRecord record;
    private final Prompt prompt;
    private final List<R> responses = new ArrayList<>();

    ItemEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        this.record = new ItemRecord(subject, item, prompt);
        this.prompt = prompt;
    }

    /** The kind of evaluation that a subject's task needs. */
    static ItemEvaluation<?, ?> of(PlannedSubject subject, Item item, Prompt prompt) {
        if (subject.isIn(Kind.THRESHOLD)) {
            return new GoldTextEvaluation(subject, item, prompt);
        }
        return switch (subject.task().outputType()) {
            case GENERATE_UNTIL -> new GenerationEvaluation(subject, item, prompt);
            case LOGLIKELIHOOD -> new ContinuationEvaluation(subject, item, prompt);
            case CHECK -> new CheckEvaluation(subject, item, prompt);
            case LOGLIKELIHOOD_ROLLING -> new RollingEvaluation(subject, item, prompt);
            case LOGLIKELIHOOD_WINDOWS -> new WindowsEvaluation(subject, item, prompt);
            case MULTIPLE_CHOICE -> ofChoices(subject, item, prompt);
        };
    }

    private static ItemEvaluation<?, ?> ofChoices(PlannedSubject subject, Item item, Prompt prompt) {
        if (subject.task().scale() != null) {
            return new ScaleEvaluation(subject, item, prompt);
        }
        if (subject.isIn(Kind.PPL_SEQUENCE)) {
            return new SequenceEvaluation(subject, item, prompt);
        }
        return subject.isIn(Kind.CLP)
                ? new LetterEvaluation(subject, item, prompt)
                : new ChoiceEvaluation(subject, item, prompt);
    }

    /** What the model is asked, in order. */
    abstract List<Q> requests();

    /** Asks a model the requests of several items of the same kind. */
    abstract void ask(LanguageModel model, List<Q> all, AnswerListener<R> listener);

    /** The item's result; an error when the responses can't be scored. */
    abstract ItemResult score();

    /** Whether the distributions of a request's positions are compared between variants. */
    boolean isCompared(int request) {
        return true;
    }

    /** Whether a request's tokens are those of the right text. */
    boolean isRight(int request) {
        return true;
    }

    final ItemRecord record() {
        return record;
    }

    final Prompt prompt() {
        return prompt;
    }

    final List<R> responses() {
        return responses;
    }

    final void add(R response) {
        responses.add(response);
    }

    /** Whether every request has its response. */
    final boolean isAnswered() {
        return responses.size() == requests().size();
    }
}
