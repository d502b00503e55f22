package dev.touchstone.run;

import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.score.ChoiceScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.MetricName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A multiple-choice item as OpenCompass's CLP mode decides it ({@code icl_clp_inferencer.py}): by the probabilities of the choices' tokens at the
 * prompt's end, among each other. Each choice must be one token.
 */
final class LetterEvaluation extends ChoiceEvaluation {

    LetterEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
    }

    @Override
    ItemResult decide(List<Double> loglikelihoods, List<Boolean> greedy) {
        requireSingleTokens();
        int gold = record().item().gold();
        int answer = ChoiceScore.best(loglikelihoods);
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put(ChoiceScore.ACC, answer == gold ? 1.0 : 0.0);
        scores.put(MetricName.GOLD_PROBABILITY.key(), ChoiceScore.probability(loglikelihoods, gold));
        return record().found(new Chosen(loglikelihoods, greedy, gold, answer), scores, tokens(), timing());
    }

    private void requireSingleTokens() {
        for (int i = 0; i < responses().size(); i++) {
            LoglikelihoodResponse response = responses().get(i);
            if (response.continuationTokens() != 1) {
                throw new ScoreException(
                        "choice " + i + ", '" + prompt().continuations().get(i) + "', is "
                                + response.continuationTokens()
                                + " tokens of this model, and mode clp compares single ones; take -Dmode=ppl, or a form with letters");
            }
        }
    }
}
