package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Measured;
import dev.touchstone.run.ItemRecord.Choice;
import dev.touchstone.score.ScaleScore;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task;
import java.util.List;
import java.util.Objects;

/** An item whose choices are the points of a scale: their mean, weighted with their probabilities, is what the model predicts. */
final class ScaleEvaluation extends ChoiceEvaluation {

    ScaleEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
    }

    @Override
    ItemResult decide(List<Double> loglikelihoods, List<Boolean> greedy) {
        Task task = record().subject().task();
        double gold = Double.parseDouble(
                Objects.requireNonNull(record().item().fields().get(task.scale())));
        double prediction = ScaleScore.mean(loglikelihoods, task.points());
        return record().measuredOnScale(
                        new Choice(loglikelihoods, greedy, -1),
                        new Measured.OnScale(gold, prediction),
                        tokens(),
                        timing());
    }
}
