package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Generated;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Measured;
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
        return result(new Finding(choice, null, null, null), outcome, scores, tokens, timing);
    }

    ItemResult generated(Generated text, Outcome outcome, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return result(new Finding(NO_CHOICE, text, null, null), outcome, scores, tokens, timing);
    }

    ItemResult measuredText(Measured.Text text, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return result(new Finding(NO_CHOICE, null, text, null), Outcome.MEASURED, scores, tokens, timing);
    }

    /** A correlation is one of many items: one alone has no score. */
    ItemResult measuredOnScale(Choice choice, Measured.OnScale place, Tokens tokens, Timing timing) {
        return result(new Finding(choice, null, place, null), Outcome.MEASURED, Map.of(), tokens, timing);
    }

    /** The item's result when it could not be evaluated. */
    ItemResult failed(String why) {
        Finding nothing = new Finding(NO_CHOICE, null, null, why);
        return result(nothing, Outcome.ERROR, Map.of(), new Tokens(0, 0, 0), new Timing(0, 0));
    }

    private ItemResult result(
            Finding finding, Outcome outcome, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return new ItemResult(
                id(),
                subject.suite().id(),
                subject.subject().id(),
                item.index(),
                subject.suite().split(),
                prompt.sha256(),
                prompt.text(),
                prompt.continuations(),
                finding.choice().loglikelihoods(),
                finding.choice().greedy(),
                gold(),
                finding.choice().answer(),
                finding.text(),
                finding.measured(),
                outcome,
                finding.error(),
                scores,
                tokens,
                timing);
    }

    /** No choice is the right one of a scale: the gold may be between two of its points. */
    private int gold() {
        return subject.task().scale() == null ? item.gold() : -1;
    }

    /**
     * What came of the item; what does not apply is null.
     *
     * @param choice how its choices were scored
     * @param text what was written
     * @param measured what was measured
     * @param error why nothing came of it
     */
    private record Finding(
            Choice choice,
            @Nullable Generated text,
            @Nullable Measured measured,
            @Nullable String error) {}
}
