package dev.touchstone.testing;

import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.model.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Not a decoder, but something with a decoder's manners: its logits are random numbers that the tokens so far are the seed of. With a fault
 * it breaks one of those manners, as a bug would.
 */
public final class ToyModel implements InspectableModel {

    /** What is wrong with it. */
    public enum Fault {
        NONE,
        SEES_THE_FUTURE,
        IS_DEAF,
        CACHE_FORGETS,
        ANSWERS_DEPEND_ON_THE_BATCH,
        SCORES_KNOW_POSITIONS,
        LOGITS_KNOW_POSITIONS,
        STARTS_SURE_OF_ITSELF,
        A_LOGIT_IS_NAN,
        A_LOGIT_IS_MISSING,
        A_ROW_IS_MISSING,
        ASCII_TOKENIZER,
        TOKENS_BEYOND_VOCABULARY,
        MARKS_ARE_SPELT_OUT,
        NO_MARKS,
        A_LAYER_WAS_NOT_LOADED,
        A_MATRIX_IS_MULTIPLIED_TWICE,
        KEYS_ARE_KEPT_FOR_EVERY_HEAD,
        COMPUTES_IN_BF16,
        THROWS
    }

    private static final DecoderShape SHAPE = new DecoderShape(3, 8, 4, 2, 2, 12, 300, 64, false);

    private final Fault fault;
    private final float spread;

    /** A model with that fault. */
    public ToyModel(Fault fault) {
        this(fault, 4);
    }

    private ToyModel(Fault fault, float spread) {
        this.fault = fault;
        this.spread = spread;
    }

    @Override
    public ModelDescription description() {
        String precision = fault == Fault.COMPUTES_IN_BF16 ? "bf16" : "native";
        return new ModelDescription("fake:toy:" + fault, "sha256:00", "toy", 1, 64, precision, "none", Map.of());
    }

    @Override
    public DecoderShape shape() {
        return SHAPE;
    }

    /** Embeddings and output 2 * 300 * 8; a layer 2 * 64 and 2 * 32 in attention, 3 * 96, and two gains of 8; one gain of 8 at the end. */
    @Override
    public DecoderCounts counts() {
        long layer = 2 * 8 * 8 + 2 * 8 * 4 + 3 * 8 * 12;
        long multiplied = 3 * layer + 300 * 8;
        long parameters = multiplied + 300 * 8 + 7 * 8;
        long cached = 2 * 3 * 2 * 2;
        return switch (fault) {
            case A_LAYER_WAS_NOT_LOADED -> new DecoderCounts(parameters - layer - 2 * 8, multiplied, cached);
            case A_MATRIX_IS_MULTIPLIED_TWICE -> new DecoderCounts(parameters, multiplied + 8 * 12, cached);
            case KEYS_ARE_KEPT_FOR_EVERY_HEAD -> new DecoderCounts(parameters, multiplied, 2 * cached);
            default -> new DecoderCounts(parameters, multiplied, cached);
        };
    }

    @Override
    public Tokenizer tokenizer() {
        return new ToyTokenizer(fault);
    }

    @Override
    public float[][] logits(TokenFeed feed) {
        if (fault == Fault.THROWS) {
            throw new ArrayIndexOutOfBoundsException("index 300 out of bounds for length 300");
        }
        int[] tokens = feed.tokens();
        float[][] logits = new float[tokens.length - (fault == Fault.A_ROW_IS_MISSING ? 1 : 0)][];
        int partStart = 0;
        int part = 0;
        for (int i = 0; i < logits.length; i++) {
            while (i >= partStart + feed.parts().get(part).length) {
                partStart += feed.parts().get(part++).length;
            }
            logits[i] = logits(seed(tokens, i, fault == Fault.CACHE_FORGETS ? partStart : 0, feed.firstPosition()));
        }
        if (fault == Fault.A_LOGIT_IS_NAN) {
            logits[3][17] = Float.NaN;
        }
        if (fault == Fault.A_LOGIT_IS_MISSING) {
            logits[3] = Arrays.copyOf(logits[3], 299);
        }
        return logits;
    }

    private int seed(int[] tokens, int position, int seenFrom, int firstPosition) {
        int seenTo = fault == Fault.SEES_THE_FUTURE ? Math.min(tokens.length, position + 2) : position + 1;
        int seen = Arrays.hashCode(Arrays.copyOfRange(tokens, Math.min(seenFrom, position), seenTo));
        int moved = fault == Fault.LOGITS_KNOW_POSITIONS ? firstPosition : 0;
        return fault == Fault.IS_DEAF ? position : 31 * seen + moved;
    }

    private float[] logits(int seed) {
        Random random = new Random(seed);
        float[] logits = new float[SHAPE.vocabulary()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = spread * (random.nextFloat() - 0.5f);
        }
        return logits;
    }

    @Override
    public double[][] attentionScores(TokenFeed feed) {
        int[] tokens = feed.tokens();
        double[][] scores = new double[tokens.length][tokens.length];
        int moved = fault == Fault.SCORES_KNOW_POSITIONS ? feed.firstPosition() : 0;
        double rounded = fault == Fault.COMPUTES_IN_BF16 ? roundoff() * (feed.firstPosition() % 3) : 0;
        for (int i = 0; i < tokens.length; i++) {
            for (int j = 0; j < tokens.length; j++) {
                scores[i][j] = Math.sin(tokens[i] - tokens[j]) * Math.cos(i - j + 1e-3 * moved) * (1 + rounded);
            }
        }
        return scores;
    }

    @Override
    public double roundoff() {
        return fault == Fault.COMPUTES_IN_BF16 ? 0x1p-8 : 0x1p-24;
    }

    @Override
    public ToyModel untrained(long seed) {
        return new ToyModel(fault, fault == Fault.STARTS_SURE_OF_ITSELF ? 4 : 0.5f);
    }

    @Override
    public void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {
        for (int i = 0; i < requests.size() && !listener.cancelled(); i++) {
            double value = -1 - (requests.get(i).hashCode() & 0xff) / 100.0;
            double batched = fault == Fault.ANSWERS_DEPEND_ON_THE_BATCH ? Math.scalb(requests.size(), -40) : 0;
            listener.answered(i, new LoglikelihoodResponse(value - batched, false, 1, 1, 0, 1, 1000));
        }
    }

    @Override
    public void close() {}
}
