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
import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Map;

/**
 * An item with one continuation, the right one: it is right when greedy decoding would say it ({@code ConfigurableTask.process_results} of
 * lm-evaluation-harness 0.4.13 for {@code loglikelihood}).
 */
final class ContinuationEvaluation extends ItemEvaluation<LoglikelihoodRequest, LoglikelihoodResponse> {

    private static final int ONLY_CHOICE = 0;
    private static final int ANOTHER = Chosen.NONE;

    private final List<LoglikelihoodRequest> requests;

    ContinuationEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
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
    ItemResult score() {
        LoglikelihoodResponse response = responses().get(0);
        if (Double.isNaN(response.loglikelihood())) {
            return record().failed(
                            "the model's log-likelihood of the continuation is not a number (NaN); check the model's weights");
        }
        return record().found(
                        new Chosen(
                                List.of(response.loglikelihood()),
                                List.of(response.greedy()),
                                ONLY_CHOICE,
                                response.greedy() ? ONLY_CHOICE : ANOTHER),
                        Map.of(ChoiceScore.ACC, response.greedy() ? 1.0 : 0.0),
                        new Tokens(response.contextTokens(), response.continuationTokens(), response.truncatedTokens()),
                        new Timing(response.nanos(), response.computedTokens()));
    }
}
