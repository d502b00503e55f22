package dev.touchstone.run;

import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import dev.touchstone.score.ChoiceScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item on its way: collects the responses to its requests until it can be scored. */
final class ItemEvaluation {

    private final PlannedSubject subject;
    private final Item item;
    private final Prompt prompt;
    private final List<LoglikelihoodRequest> requests;
    private final List<LoglikelihoodResponse> responses = new ArrayList<>();

    ItemEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        this.subject = subject;
        this.item = item;
        this.prompt = prompt;
        this.requests = Requests.choices(prompt);
    }

    String id() {
        return subject.itemId(item);
    }

    Item item() {
        return item;
    }

    String promptSha256() {
        return prompt.sha256();
    }

    List<LoglikelihoodRequest> requests() {
        return requests;
    }

    void add(LoglikelihoodResponse response) {
        responses.add(response);
    }

    /** Whether every request has its response. */
    boolean isAnswered() {
        return responses.size() == requests.size();
    }

    /** The item's result; an error when the responses can't be scored. */
    ItemResult score() {
        List<Double> loglikelihoods =
                responses.stream().map(LoglikelihoodResponse::loglikelihood).toList();
        try {
            ChoiceScore score = ChoiceScore.of(loglikelihoods, prompt.choiceLengths(), item.gold());
            Outcome outcome = score.answer() == item.gold() ? Outcome.CORRECT : Outcome.WRONG;
            return result(loglikelihoods, score.answer(), outcome, null, inSuiteOrder(score.scores()));
        } catch (ScoreException e) {
            return fail(e.getMessage());
        }
    }

    /** The item's result when it could not be evaluated. */
    ItemResult fail(String why) {
        return result(List.of(), -1, Outcome.ERROR, why, Map.of());
    }

    private Map<String, Double> inSuiteOrder(Map<String, Double> scores) {
        Map<String, Double> ordered = new LinkedHashMap<>();
        subject.task().metrics().stream()
                .filter(scores::containsKey)
                .forEach(metric -> ordered.put(metric, scores.get(metric)));
        return ordered;
    }

    private ItemResult result(
            List<Double> loglikelihoods,
            int answer,
            Outcome outcome,
            @Nullable String error,
            Map<String, Double> scores) {
        boolean failed = outcome == Outcome.ERROR;
        return new ItemResult(
                id(),
                subject.suite().id(),
                subject.subject().id(),
                item.index(),
                subject.suite().split(),
                prompt.sha256(),
                prompt.text(),
                prompt.continuations(),
                loglikelihoods,
                failed
                        ? List.of()
                        : responses.stream().map(LoglikelihoodResponse::greedy).toList(),
                item.gold(),
                answer,
                outcome,
                error,
                scores,
                tokens(),
                timing());
    }

    private Tokens tokens() {
        int promptTokens = 0;
        int scored = 0;
        int truncated = 0;
        for (LoglikelihoodResponse response : responses) {
            promptTokens = Math.max(promptTokens, response.contextTokens());
            scored += response.continuationTokens();
            truncated = Math.max(truncated, response.truncatedTokens());
        }
        return new Tokens(promptTokens, scored, truncated);
    }

    private Timing timing() {
        return new Timing(
                responses.stream().mapToLong(LoglikelihoodResponse::nanos).sum(),
                responses.stream()
                        .mapToInt(LoglikelihoodResponse::computedTokens)
                        .sum());
    }
}
