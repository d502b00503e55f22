package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.result.Outcome;
import dev.touchstone.score.ChoiceScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Map;

/**
 * A multiple-choice item as OpenCompass's PPL mode decides it ({@code icl_ppl_inferencer.py}, {@code get_ppl}): the choice with which prompt and
 * choice as one text have the lowest mean loss. The sum leaves out the first token, which nothing predicts; the number of tokens has it.
 */
final class SequenceEvaluation extends ItemEvaluation<RollingRequest, RollingResponse> {

    private final List<RollingRequest> requests;

    SequenceEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.requests = Requests.sequences(prompt);
    }

    @Override
    List<RollingRequest> requests() {
        return requests;
    }

    @Override
    void ask(LanguageModel model, List<RollingRequest> all, AnswerListener<RollingResponse> listener) {
        model.rollingLoglikelihoods(all, listener);
    }

    @Override
    boolean isRight(int request) {
        return request == record().item().gold();
    }

    @Override
    ItemResult score() {
        List<Double> means = responses().stream()
                .map(response -> response.loglikelihood() / (response.tokens() + 1))
                .toList();
        try {
            int answer = ChoiceScore.best(means);
            Chosen chosen = new Chosen(
                    responses().stream().map(RollingResponse::loglikelihood).toList(),
                    List.of(),
                    record().item().gold(),
                    answer,
                    responses().stream().map(response -> response.tokens() + 1).toList());
            Map<String, Double> scores = chosen.isJudged()
                    ? Map.of(ChoiceScore.ACC, chosen.outcome() == Outcome.CORRECT ? 1.0 : 0.0)
                    : Map.of();
            return record().found(chosen, scores, tokens(), timing());
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    private Tokens tokens() {
        return new Tokens(
                0, responses().stream().mapToInt(RollingResponse::tokens).sum(), 0);
    }

    private Timing timing() {
        return new Timing(
                responses().stream().mapToLong(RollingResponse::nanos).sum(),
                responses().stream().mapToInt(RollingResponse::computedTokens).sum());
    }
}
