package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import dev.touchstone.score.ScaleScore;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An item whose choices are the points of a scale: their mean, weighted with their probabilities, is what the model predicts. */
final class ScaleEvaluation extends ChoiceEvaluation {

    /** A correlation is one of many items: one alone has no score. */
    private static final Map<String, Double> NO_SCORES = Map.of();

    ScaleEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
    }

    /** No point of the scale is the right one. */
    @Override
    boolean isRight(int request) {
        return false;
    }

    @Override
    ItemResult decide(List<Double> loglikelihoods, List<Boolean> greedy) {
        Task task = record().subject().task();
        double gold = Double.parseDouble(
                Objects.requireNonNull(record().item().fields().get(task.scale())));
        double prediction = ScaleScore.mean(loglikelihoods, task.points());
        return record().found(new OnScale(loglikelihoods, greedy, gold, prediction), NO_SCORES, tokens(), timing());
    }
}
