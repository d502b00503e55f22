package dev.touchstone.sanity;

import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.suites.Suite.Subject;
import java.util.Locale;
import java.util.Random;

/** A model that has learnt nothing finds all tokens about equally probable: its loss is ln(V). */
final class InitialLoss implements Inspection {

    private static final long SEED = 1234;

    /** With logits that deviate by 0.4 the mean over as many tokens deviates by 0.4 / sqrt(128) = 0.035, a third of a per cent of ln(V). */
    private static final int TOKENS = 129;

    private static final double TOLERANCE = 0.02;

    @Override
    public Subject subject() {
        return Subjects.subject("initial-loss", "Initial loss", Subjects.COMPUTATION);
    }

    @Override
    public String statement() {
        return "A model of this shape with random weights (seed " + SEED
                + ") has a loss within 2 % of ln(vocabulary) on random tokens.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        try (InspectableModel untrained = model.untrained(SEED)) {
            return finding(model.shape(), untrained);
        }
    }

    private static Finding finding(DecoderShape own, InspectableModel untrained) {
        DecoderShape shape = untrained.shape();
        int[] tokens = new Random(SEED)
                .ints(Math.min(TOKENS, shape.contextLength()), 0, shape.vocabulary())
                .toArray();
        double loss = loss(untrained.logits(TokenFeed.whole(tokens)), tokens);
        double expected = Math.log(shape.vocabulary());
        double deviation = loss / expected - 1;
        return Finding.of(
                Math.abs(deviation) <= TOLERANCE,
                "loss " + Figures.decimal(loss) + " over " + (tokens.length - 1) + " random tokens, ln("
                        + Figures.count(shape.vocabulary()) + ") = " + Figures.decimal(expected) + ", "
                        + String.format(Locale.ROOT, "%+.2f %%", 100 * deviation) + "; "
                        + shape.layers() + " of " + own.layers() + " layers, width " + shape.width() + " of "
                        + own.width(),
                Figures.numbers(
                        "loss", loss,
                        "lnVocabulary", expected,
                        "relativeDeviation", deviation,
                        "tolerance", TOLERANCE,
                        "layers", shape.layers(),
                        "width", shape.width()));
    }

    /** Mean of -ln P(token | those before), natural logarithm. */
    private static double loss(float[][] logits, int[] tokens) {
        double sum = 0;
        for (int i = 1; i < tokens.length; i++) {
            sum += logSumOfExponentials(logits[i - 1]) - logits[i - 1][tokens[i]];
        }
        return sum / (tokens.length - 1);
    }

    private static double logSumOfExponentials(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }
}
