package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.score.ScoreException;
import dev.touchstone.score.TextScore;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An item that is answered in the model's own words. */
final class GenerationEvaluation extends ItemEvaluation<GenerateRequest, GenerateResponse> {

    private final Generation generation;
    private final List<GenerateRequest> requests;

    GenerationEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.generation = Objects.requireNonNull(subject.task().generation());
        this.requests = List.of(Requests.generation(prompt, generation));
    }

    @Override
    List<GenerateRequest> requests() {
        return requests;
    }

    @Override
    void ask(LanguageModel model, List<GenerateRequest> all, AnswerListener<GenerateResponse> listener) {
        model.generate(all, listener);
    }

    @Override
    ItemResult score() {
        GenerateResponse response = responses().get(0);
        try {
            TextScore score = TextScore.of(response.text(), golds(), generation);
            return record().found(
                            new Generated(score.outcome(), response.text(), prompt().gold(), score.extractions()),
                            score.scores(),
                            new Tokens(
                                    response.contextTokens(), response.generatedTokens(), response.truncatedTokens()),
                            new Timing(response.nanos(), response.computedTokens()));
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    private List<String> golds() {
        List<String> golds = new ArrayList<>(List.of(prompt().gold()));
        golds.addAll(prompt().alternatives());
        return golds;
    }
}
