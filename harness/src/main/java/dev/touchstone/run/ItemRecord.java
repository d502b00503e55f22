package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.suites.Item;
import java.util.Map;

/** What is known of an item before a model sees it, to be completed by what became of it. */
record ItemRecord(PlannedSubject subject, Item item, Prompt prompt) {

    String id() {
        return subject.itemId(item);
    }

    ItemResult found(Finding finding, Map<String, Double> scores, Tokens tokens, Timing timing) {
        return new ItemResult(
                id(),
                subject.suite().id(),
                subject.subject().id(),
                item.index(),
                subject.suite().split(),
                prompt.sha256(),
                prompt.text(),
                prompt.continuations(),
                finding,
                scores,
                tokens,
                timing);
    }

    /** The item's result when it could not be evaluated. */
    ItemResult failed(String why) {
        return found(new Failed(why, gold()), Map.of(), new Tokens(0, 0, 0), new Timing(0, 0));
    }

    /** No choice is the right one of a scale: the gold may be between two of its points. */
    private int gold() {
        return subject.task().scale() == null ? item.gold() : -1;
    }
}
