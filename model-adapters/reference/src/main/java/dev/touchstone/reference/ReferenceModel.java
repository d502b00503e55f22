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
import dev.touchstone.reference.llama.PrefixTree;
import dev.touchstone.reference.tokenizer.PairEncoder;
import dev.touchstone.reference.tokenizer.TextEncoder;
import java.util.List;

/**
 * Answers requests on one tree, so that a call computes what its requests share, among themselves and with the one before, once. One call at a
 * time.
 */
final class ReferenceModel implements InspectableModel {

    private final ModelDescription description;
    private final Llama llama;
    private final Tokenizer tokenizer;
    private final LlamaInspection inspection;
    private final PrefixTree tree;
    private final PairEncoder pairs;
    private final TextEncoder texts;
    private final Generator generator;
    private boolean closed;

    /** @param llama closed by {@link #close} */
    ReferenceModel(ModelDescription description, Llama llama, Tokenizer tokenizer) {
        this.description = description;
        this.llama = llama;
        this.tokenizer = tokenizer;
        this.inspection = new LlamaInspection(llama);
        this.tree = llama.newTree();
        this.pairs = new PairEncoder(tokenizer);
        this.texts = new TextEncoder(tokenizer);
        this.generator = new Generator(tree, tokenizer);
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public synchronized void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {
        requireOpen();
        new ScoringRun<>(tree, requests, this::job).run(listener);
    }

    @Override
    public synchronized void generate(List<GenerateRequest> requests, AnswerListener<GenerateResponse> listener) {
        requireOpen();
        generator.generate(requests, listener);
    }

    @Override
    public synchronized void rollingLoglikelihoods(
            List<RollingRequest> requests, AnswerListener<RollingResponse> listener) {
        requireOpen();
        new ScoringRun<>(tree, requests, this::job).run(listener);
    }

    private ScoringJob<LoglikelihoodResponse> job(LoglikelihoodRequest request) {
        ScoringWindow window =
                ScoringWindow.of(pairs.encode(request.context(), request.continuation()), tree.contextLength());
        return ScoringJob.of(List.of(window), tree, scorings -> response(scorings.get(0)));
    }

    private static LoglikelihoodResponse response(Scoring scoring) {
        return new LoglikelihoodResponse(
                scoring.loglikelihood(),
                scoring.greedy(),
                scoring.window().contextTokens(),
                scoring.window().continuation().length,
                scoring.window().truncated(),
                scoring.computed(),
                scoring.nanos());
    }

    private ScoringJob<RollingResponse> job(RollingRequest request) {
        int[] tokens = texts.encode(request.text());
        List<ScoringWindow> windows = RollingWindows.of(tokens, texts.prefix(), tree.contextLength()).stream()
                .map(pair -> ScoringWindow.of(pair, tree.contextLength()))
                .toList();
        return ScoringJob.of(windows, tree, scorings -> response(tokens.length, scorings));
    }

    private static RollingResponse response(int tokens, List<Scoring> scorings) {
        double loglikelihood = 0;
        for (Scoring scoring : scorings) {
            loglikelihood += scoring.loglikelihood();
        }
        return new RollingResponse(
                loglikelihood,
                tokens,
                scorings.size(),
                scorings.stream().mapToInt(Scoring::computed).sum(),
                scorings.stream().mapToLong(Scoring::nanos).sum());
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
    public double roundoff() {
        return inspection.roundoff();
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
