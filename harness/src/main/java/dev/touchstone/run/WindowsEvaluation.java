package dev.touchstone.run;

import dev.touchstone.metrics.Perplexity;
import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.WindowLimit;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.Windowed;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Map;

/** An item that is one text, of which windows of one length are scored. */
final class WindowsEvaluation extends ItemEvaluation<RollingRequest, RollingResponse> {

    private final List<RollingRequest> requests;

    WindowsEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.requests = List.of(Requests.windows(prompt, WindowLimit.of(item)));
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
        if (!(response.loglikelihood() <= 0) || response.windowLoglikelihoods().isEmpty()) {
            return record().failed("the model's log-likelihood of the windows is " + response.loglikelihood()
                    + ", but must be a number that is at most 0, with one for each window; check the model");
        }
        int tokens = response.tokens() / response.windows();
        Double perplexity = Perplexity.of(new double[] {response.loglikelihood()}, new int[] {response.tokens()})
                .value();
        return record().found(
                        new Windowed(response.windowLoglikelihoods(), tokens),
                        perplexity == null || perplexity.isInfinite() ? Map.of() : Map.of("perplexity", perplexity),
                        new Tokens(0, response.tokens(), 0),
                        new Timing(response.nanos(), response.computedTokens()));
    }
}
