package dev.touchstone.reference;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.tokenizer.PairEncoder;
import java.util.List;

/**
 * Answers requests one after the other on one session, so that a request computes only what it does not share with the one before. One
 * call at a time.
 */
final class ReferenceModel implements LanguageModel {

    private final ModelDescription description;
    private final Llama llama;
    private final LlamaSession session;
    private final PairEncoder encoder;
    private boolean closed;

    /** @param llama closed by {@link #close} */
    ReferenceModel(ModelDescription description, Llama llama, Tokenizer tokenizer) {
        this.description = description;
        this.llama = llama;
        this.session = llama.newSession();
        this.encoder = new PairEncoder(tokenizer);
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public synchronized void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {
        if (closed) {
            throw new ModelException("the model " + description.name() + " is closed; open it again");
        }
        for (int index = 0; index < requests.size() && !listener.cancelled(); index++) {
            listener.answered(index, answer(requests.get(index)));
        }
    }

    private LoglikelihoodResponse answer(LoglikelihoodRequest request) {
        long start = System.nanoTime();
        ScoringWindow window = ScoringWindow.of(
                encoder.encode(request.context(), request.continuation()),
                llama.config().contextLength());
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
    public synchronized void close() {
        if (!closed) {
            closed = true;
            llama.close();
        }
    }
}
