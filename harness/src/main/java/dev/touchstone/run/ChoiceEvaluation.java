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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A multiple-choice item: the log-likelihood of each choice decides. */
class ChoiceEvaluation extends ItemEvaluation<LoglikelihoodRequest, LoglikelihoodResponse> {

    private final List<LoglikelihoodRequest> requests;

    /** How many of the requests are about the choices after the prompt; the others are about the choices alone. */
    private final int choices;

    ChoiceEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        List<LoglikelihoodRequest> all = new ArrayList<>(Requests.choices(prompt));
        this.choices = all.size();
        if (subject.metrics().contains(ChoiceScore.ACC_MUTUAL_INFO)
                && prompt.contexts().isEmpty()) {
            all.addAll(Requests.withoutPrompt(prompt));
        }
        this.requests = List.copyOf(all);
    }

    @Override
    List<LoglikelihoodRequest> requests() {
        return requests;
    }

    @Override
    void ask(LanguageModel model, List<LoglikelihoodRequest> all, AnswerListener<LoglikelihoodResponse> listener) {
        model.loglikelihoods(all, new ChoiceListener(listener));
    }

    /** What is asked without the prompt is not. */
    @Override
    boolean isCompared(int request) {
        return request < choices;
    }

    @Override
    boolean isRight(int request) {
        return request == record().item().gold();
    }

    @Override
    final ItemResult score() {
        List<LoglikelihoodResponse> conditional = responses().subList(0, choices);
        List<Boolean> greedy =
                conditional.stream().map(LoglikelihoodResponse::greedy).toList();
        try {
            return decide(loglikelihoods(conditional), greedy);
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    /**
     * The item's result.
     *
     * @param loglikelihoods of each choice after the prompt
     * @throws ScoreException if these log-likelihoods decide nothing
     */
    ItemResult decide(List<Double> loglikelihoods, List<Boolean> greedy) {
        int gold = record().item().gold();
        ChoiceScore score = ChoiceScore.of(loglikelihoods, alone(), prompt().choices(), gold);
        return record().found(
                        new Chosen(loglikelihoods, greedy, gold, score.answer()),
                        gold < 0 ? Map.of() : inTaskOrder(score.scores()),
                        tokens(),
                        timing());
    }

    private List<Double> alone() {
        return loglikelihoods(responses().subList(choices, responses().size()));
    }

    private static List<Double> loglikelihoods(List<LoglikelihoodResponse> responses) {
        return responses.stream().map(LoglikelihoodResponse::loglikelihood).toList();
    }

    private Map<String, Double> inTaskOrder(Map<String, Double> scores) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        record().subject().metrics().stream()
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
