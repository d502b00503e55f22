package dev.touchstone.run;

import dev.touchstone.config.ScoringMode;
import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.GoldText;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import dev.touchstone.score.ChoiceScore;
import dev.touchstone.score.GoldTextScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.MetricName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An item that is right when the model finds its gold text likely enough after the prompt. */
final class GoldTextEvaluation extends ItemEvaluation<LoglikelihoodRequest, LoglikelihoodResponse> {

    private final List<LoglikelihoodRequest> requests;

    GoldTextEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, goldOnly(subject, item, prompt));
        this.requests = Requests.choices(prompt());
    }

    private static Prompt goldOnly(PlannedSubject subject, Item item, Prompt prompt) {
        return switch (subject.task().outputType()) {
            case MULTIPLE_CHOICE ->
                prompt.with(prompt.context(item.gold()), prompt.continuations().get(item.gold()));
            case GENERATE_UNTIL -> prompt.with(prompt.text(), subject.answerDelimiter() + prompt.gold());
            default -> prompt;
        };
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
    ItemResult score() {
        LoglikelihoodResponse response = responses().get(0);
        try {
            double perplexity = GoldTextScore.perplexity(response.loglikelihood(), response.continuationTokens());
            GoldText finding =
                    new GoldText(List.of(response.loglikelihood()), List.of(response.greedy()), perplexity, limit());
            return record().found(
                            finding,
                            scores(finding),
                            new Tokens(
                                    response.contextTokens(),
                                    response.continuationTokens(),
                                    response.truncatedTokens()),
                            new Timing(response.nanos(), response.computedTokens()));
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    private double limit() {
        return record().subject().asking().mode().map(ScoringMode::limit).orElseThrow();
    }

    private static Map<String, Double> scores(GoldText finding) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put(ChoiceScore.ACC, finding.outcome() == Outcome.CORRECT ? 1.0 : 0.0);
        if (Double.isFinite(finding.perplexity())) {
            scores.put(MetricName.GOLD_PERPLEXITY.key(), finding.perplexity());
        }
        return scores;
    }
}
