package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.suites.Suite.Subject;
import java.util.Set;
import java.util.stream.IntStream;

/** What holds for the scores of every head holds for the logits that come of them. */
final class RelativeLogits implements Inspection {

    private static final int TOKENS = 20;

    /** Precisions that compute in fp32 from end to end. */
    private static final Set<String> FP32 = Set.of(ModelOptions.NATIVE, "fp32");

    /** Of the largest logit: the rounding of scores grows from layer to layer. */
    private static final double TOLERANCE = 1e-4;

    @Override
    public Subject subject() {
        return Subjects.RELATIVE_POSITIONS;
    }

    @Override
    public String statement() {
        return "Logits depend on the distances of tokens only: a sequence moved to other positions gives the same within "
                + "1e-4 of the largest logit.";
    }

    /** Other precisions round numbers on their way through the model, so that a difference in a last bit may become a large one. */
    @Override
    public Checked inspect(InspectableModel model) {
        String precision = model.description().precision();
        if (!FP32.contains(precision)) {
            return Checked.skipped("logits of moved tokens: precision " + precision
                    + " may round numbers on their way through the model; make this check with -Dprecision=fp32");
        }
        int[] tokens = SampleTokens.of(model, TOKENS);
        float[][] logits = model.logits(TokenFeed.whole(tokens));
        Shift shift = new Shift(TOLERANCE);
        for (int position : Shift.positions(model, tokens.length)) {
            float[][] moved = model.logits(TokenFeed.whole(tokens).from(position));
            for (int i = 0; i < tokens.length; i++) {
                shift.compare(doubles(logits[i]), doubles(moved[i]), position);
            }
        }
        return shift.finding("logits after " + tokens.length + " tokens");
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
