package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Evidence;
import dev.touchstone.result.ItemResult.Generated;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of an item before a model sees it, to be completed by what became of it. */
record ItemRecord(PlannedSubject subject, Item item, Prompt prompt) {

    private static final Choice NO_CHOICE = new Choice(List.of(), List.of(), -1);

    /**
     * How choices were scored.
     *
     * @param loglikelihoods of each choice
     * @param greedy whether each is what greedy decoding would say
     * @param answer index of the chosen one, or -1
     */
    record Choice(List<Double> loglikelihoods, List<Boolean> greedy, int answer) {}

    String id() {
        return subject.itemId(item);
    }

    ItemResult chosen(Choice choice, Outcome outcome, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return result(choice, null, null, outcome, null, scores, tokens, timing);
    }

    ItemResult generated(Generated text, Outcome outcome, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return result(NO_CHOICE, text, null, outcome, null, scores, tokens, timing);
    }

    /** The result of a check on the model. */
    ItemResult checked(Evidence evidence, Outcome outcome, Timing timing) {
        return result(NO_CHOICE, null, evidence, outcome, null, Map.of(), new Tokens(0, 0, 0), timing);
    }

    /** The item's result when it could not be evaluated. */
    ItemResult failed(String why) {
        return result(NO_CHOICE, null, null, Outcome.ERROR, why, Map.of(), new Tokens(0, 0, 0), new Timing(0, 0));
    }

    private ItemResult result(
            Choice choice,
            @Nullable Generated text,
            @Nullable Evidence evidence,
            Outcome outcome,
            @Nullable String error,
            Map<String, Double> scores,
            Tokens tokens,
            Timing timing) {
        return new ItemResult(
                id(),
                subject.suite().id(),
                subject.subject().id(),
                item.index(),
                subject.suite().split(),
                prompt.sha256(),
                prompt.text(),
                prompt.continuations(),
                choice.loglikelihoods(),
                choice.greedy(),
                item.gold(),
                choice.answer(),
                text,
                evidence,
                outcome,
                error,
                scores,
                tokens,
                timing);
    }
}
