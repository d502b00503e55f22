package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.request.Requests;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.TextSample;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.ItemResult.Timing;
import dev.touchstone.result.ItemResult.Tokens;
import dev.touchstone.score.RepeatScore;
import dev.touchstone.score.ScoreException;
import dev.touchstone.score.TextScore;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** An item that is answered in the model's own words. */
final class GenerationEvaluation extends ItemEvaluation<GenerateRequest, GenerateResponse> {

    private final Generation generation;
    private final List<GenerateRequest> requests;

    GenerationEvaluation(PlannedSubject subject, Item item, Prompt prompt) {
        super(subject, item, prompt);
        this.generation = Objects.requireNonNull(subject.task().generation());
        this.requests = Requests.generation(prompt, generation, subject.asking().decoding(), record().id());
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
        try {
            List<TextScore> scores = responses().stream()
                    .map(response -> TextScore.of(response.text(), golds(), generation))
                    .toList();
            return scores.size() == 1 ? single(scores.get(0)) : several(scores);
        } catch (ScoreException e) {
            return record().failed(e.getMessage());
        }
    }

    private ItemResult single(TextScore score) {
        Generated finding =
                new Generated(score.outcome(), responses().get(0).text(), prompt().gold(), score.extractions());
        return record().found(finding, score.scores(), tokens(), timing());
    }

    private ItemResult several(List<TextScore> scores) {
        RepeatScore together = RepeatScore.of(scores, generation.filters());
        List<TextSample> samples = IntStream.range(0, scores.size())
                .mapToObj(i -> new TextSample(
                        scores.get(i).outcome(),
                        responses().get(i).text(),
                        scores.get(i).extractions()))
                .toList();
        TextSample chosen = samples.get(together.chosen());
        Generated finding =
                new Generated(together.outcome(), chosen.response(), prompt().gold(), chosen.extractions(), samples);
        return record().found(finding, together.scores(), tokens(), timing());
    }

    private Tokens tokens() {
        return new Tokens(
                responses().get(0).contextTokens(),
                responses().stream().mapToInt(GenerateResponse::generatedTokens).sum(),
                responses().get(0).truncatedTokens());
    }

    private Timing timing() {
        return new Timing(
                responses().stream().mapToLong(GenerateResponse::nanos).sum(),
                responses().stream().mapToInt(GenerateResponse::computedTokens).sum());
    }

    private List<String> golds() {
        List<String> golds = new ArrayList<>(List.of(prompt().gold()));
        golds.addAll(prompt().alternatives());
        return golds;
    }
}
