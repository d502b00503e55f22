package dev.touchstone.reference;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingResponse;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.generate.Generator;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.tokenizer.PairEncoder;
import java.util.List;
import java.util.function.Function;

/**
 * Answers requests one after the other on one session, so that a request computes only what it does not share with the one before. One
 * call at a time.
 */
final class ReferenceModel implements InspectableModel {

    private final ModelDescription description;
    private final Llama llama;
    private final Tokenizer tokenizer;
    private final LlamaInspection inspection;
    private final LlamaSession session;
    private final PairEncoder encoder;
    private final Generator generator;
    private final RollingScorer rollingScorer;
    private boolean closed;

    /** @param llama closed by {@link #close} */
    ReferenceModel(ModelDescription description, Llama llama, Tokenizer tokenizer) {
        this.description = description;
        this.llama = llama;
        this.tokenizer = tokenizer;
        this.inspection = new LlamaInspection(llama);
        this.session = llama.newSession();
        this.encoder = new PairEncoder(tokenizer);
        this.generator = new Generator(session, tokenizer);
        this.rollingScorer = new RollingScorer(session, tokenizer);
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public synchronized void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {
        answerEach(requests, this::answer, listener);
    }

    @Override
    public synchronized void generate(List<GenerateRequest> requests, AnswerListener<GenerateResponse> listener) {
        answerEach(requests, generator::answer, listener);
    }

    @Override
    public synchronized void rollingLoglikelihoods(
            List<RollingRequest> requests, AnswerListener<RollingResponse> listener) {
        answerEach(requests, rollingScorer::answer, listener);
    }

    private <Q, R> void answerEach(List<Q> requests, Function<Q, R> answer, AnswerListener<R> listener) {
        requireOpen();
        for (int index = 0; index < requests.size() && !listener.cancelled(); index++) {
            listener.answered(index, answer.apply(requests.get(index)));
        }
    }

    private LoglikelihoodResponse answer(LoglikelihoodRequest request) {
        long start = System.nanoTime();
        ScoringWindow window =
                ScoringWindow.of(encoder.encode(request.context(), request.continuation()), session.contextLength());
        int computed = session.become(window.input());
        ContinuationScorer score = ContinuationScorer.score(session, window);
        return new LoglikelihoodResponse(
                score.loglikelihood(),
                score.greedy(),
                window.contextTokens(),
                window.continuation().length,
                window.truncated(),
                computed,
                System.nanoTime() - start);
    }

    @Override
    public DecoderShape shape() {
        return inspection.shape();
    }

    @Override
    public synchronized DecoderCounts counts() {
        requireOpen();
        return inspection.counts();
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public synchronized float[][] logits(TokenFeed feed) {
        requireOpen();
        return inspection.logits(feed);
    }

    @Override
    public synchronized double[][] attentionScores(TokenFeed feed) {
        requireOpen();
        return inspection.attentionScores(feed);
    }

    @Override
    public synchronized ReferenceModel untrained(long seed) {
        requireOpen();
        Llama untrained = llama.untrained(seed);
        return new ReferenceModel(ReferenceModels.describeUntrained(description, untrained), untrained, tokenizer);
    }

    private void requireOpen() {
        if (closed) {
            throw new ModelException("the model " + description.name() + " is closed; open it again");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            llama.close();
        }
    }
}
