package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.score.ChoiceScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A multiple-choice item: the log-likelihood of each choice decides. */
class ChoiceEvaluation extends ItemEvaluation<LoglikelihoodRequest, LoglikelihoodResponse> {

    private final List<LoglikelihoodRequest> requests;

    ChoiceEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.requests = Requests.choices(prompt);
    }

    @Override
    List<LoglikelihoodRequest> requests() {
        return requests;
    }

    @Override
    void ask(LanguageModel model, List<LoglikelihoodRequest> all, AnswerListener<LoglikelihoodResponse> listener) {
        model.loglikelihoods(all, new ChoiceListener(listener));
    }

    @Override
    final ItemResult score() {
        List<Double> loglikelihoods =
                responses().stream().map(LoglikelihoodResponse::loglikelihood).toList();
        List<Boolean> greedy =
                responses().stream().map(LoglikelihoodResponse::greedy).toList();
        try {
            return decide(loglikelihoods, greedy);
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    /**
     * The item's result.
     *
     * @throws ScoreException if these log-likelihoods decide nothing
     */
    ItemResult decide(List<Double> loglikelihoods, List<Boolean> greedy) {
        int gold = record().item().gold();
        ChoiceScore score = ChoiceScore.of(loglikelihoods, prompt().choiceLengths(), gold);
        return record().found(
                        new Chosen(loglikelihoods, greedy, gold, score.answer()),
                        inTaskOrder(score.scores()),
                        tokens(),
                        timing());
    }

    private Map<String, Double> inTaskOrder(Map<String, Double> scores) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        record().subject().task().metrics().stream()
                .filter(scores::containsKey)
                .forEach(metric -> ordered.put(metric, scores.get(metric)));
        return ordered;
    }

    final Tokens tokens() {
        int promptTokens = 0;
        int scored = 0;
        int truncated = 0;
        for (LoglikelihoodResponse response : responses()) {
            promptTokens = Math.max(promptTokens, response.contextTokens());
            scored += response.continuationTokens();
            truncated = Math.max(truncated, response.truncatedTokens());
        }
        return new Tokens(promptTokens, scored, truncated);
    }

    final Timing timing() {
        return new Timing(
                responses().stream().mapToLong(LoglikelihoodResponse::nanos).sum(),
                responses().stream()
                        .mapToInt(LoglikelihoodResponse::computedTokens)
                        .sum());
    }
}
