package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.sanity.Check;
import dev.touchstone.sanity.Checks;
import dev.touchstone.sanity.Finding;
import dev.touchstone.suites.Item;
import java.util.List;

/** A check on the model itself. */
final class CheckEvaluation extends ItemEvaluation<Check, CheckEvaluation.Examined> {

    private final Check check;

    CheckEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.check = Checks.of(subject.subject()).get(item.index());
    }

    /** A finding and the time that it took. */
    record Examined(Finding finding, long nanos) {}

    @Override
    List<Check> requests() {
        return List.of(check);
    }

    @Override
    void ask(LanguageModel model, List<Check> all, AnswerListener<Examined> listener) {
        for (int i = 0; i < all.size() && !listener.cancelled(); i++) {
            long start = System.nanoTime();
            Finding finding = examine(all.get(i), model);
            listener.answered(i, new Examined(finding, System.nanoTime() - start));
        }
    }

    /** A model under test may be broken in any way, and the other checks shall go on. */
    private static Finding examine(Check check, LanguageModel model) {
        try {
            return check.examine(model);
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelException("the model failed while it was looked into: " + e, e);
        }
    }

    @Override
    ItemResult score() {
        Examined examined = responses().get(0);
        Finding finding = examined.finding();
        return record().checked(finding.evidence(), finding.outcome(), new Timing(examined.nanos(), 0));
    }
}
