package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.score.RollingScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task;
import java.util.List;
import java.util.Objects;

/** An item that is one text: how probable it is, for perplexities. */
final class RollingEvaluation extends ItemEvaluation<RollingRequest, RollingResponse> {

    private final List<RollingRequest> requests;

    RollingEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.requests = List.of(Requests.rolling(prompt));
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
    ItemResult score() {
        RollingResponse response = responses().get(0);
        Task task = record().subject().task();
        String original = Objects.requireNonNull(record().item().fields().get(task.original()));
        try {
            RollingScore score = RollingScore.of(response.loglikelihood(), original);
            return record().found(
                            new WholeText(score.loglikelihood(), score.words(), score.bytes(), response.windows()),
                            score.scores(task.metrics()),
                            new Tokens(0, response.tokens(), 0),
                            new Timing(response.nanos(), response.computedTokens()));
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }
}
