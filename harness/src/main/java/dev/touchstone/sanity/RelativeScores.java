package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.suites.Suite.Subject;

/** With rotary positions q(i) k(j) depends on i - j only (Su et al. 2021, section 3.2.1). */
final class RelativeScores implements Inspection {

    private static final int TOKENS = 20;

    /**
     * Of the largest score: rotations are rounded to fp32, which is good to 6e-8 of a product of lengths, and sums over a head's elements and
     * scores that are small beside that product leave two digits less.
     */
    private static final double TOLERANCE = 1e-5;

    /**
     * Allowed of what storing a number loses: each query and key of either position is rounded once after its rotation, which changes their product by up
     * to four times that of their lengths; the largest score is smaller than that product.
     */
    private static final int ROUNDINGS = 8;

    @Override
    public Subject subject() {
        return Subjects.RELATIVE_POSITIONS;
    }

    @Override
    public String statement() {
        return "Attention scores of the first head depend on the distance of two tokens only: moved to other positions they are equal within "
                + "1e-5 of the largest score, or where queries and keys are stored in 16 bits within 8 times the rounding error.";
    }

    @Override
    public Checked inspect(InspectableModel model) {
        int[] tokens = SampleTokens.of(model, TOKENS);
        double[][] scores = model.attentionScores(TokenFeed.whole(tokens));
        Shift shift = new Shift(Math.max(TOLERANCE, ROUNDINGS * model.roundoff()));
        for (int position : Shift.positions(model, tokens.length)) {
            double[][] moved = model.attentionScores(TokenFeed.whole(tokens).from(position));
            for (int i = 0; i < tokens.length; i++) {
                shift.compare(scores[i], moved[i], position);
            }
        }
        return shift.finding("scores of " + tokens.length + " x " + tokens.length + " tokens");
    }
}
