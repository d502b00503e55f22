package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.suites.Suite.Subject;

/** Decoding on a key-value cache gives the bits of computing the whole sequence at once. */
final class CacheAgainstWhole implements Inspection {

    /** One more than a power of 2. */
    private static final int TOKENS = 33;

    /** Neither 1 nor a power of 2. */
    private static final int STEP = 7;

    @Override
    public Subject subject() {
        return Subjects.subject("key-value-cache", "Key-value cache", Subjects.COMPUTATION);
    }

    @Override
    public String statement() {
        return "Tokens that are computed one by one, or " + STEP + " by " + STEP
                + ", on the cached keys and values of those before give the bits of all computed at once.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        int[] tokens = SampleTokens.of(model, TOKENS);
        float[][] whole = model.logits(TokenFeed.whole(tokens));
        Difference single = Difference.between(whole, model.logits(TokenFeed.inSteps(tokens, 1)), tokens.length);
        Difference steps = Difference.between(whole, model.logits(TokenFeed.inSteps(tokens, STEP)), tokens.length);
        Difference both = single.plus(steps);
        return Finding.of(
                both.isNone(),
                tokens.length + " tokens one by one and " + STEP + " by " + STEP + ": "
                        + (both.isNone()
                                ? "all " + both.rows() + " positions have the bits of full recomputation"
                                : both.inWords() + " from full recomputation"),
                Figures.numbers(
                        "tokens", tokens.length,
                        "positions", both.rows(),
                        "positionsThatDiffer", both.different(),
                        "largestDifference", both.largest()));
    }
}
