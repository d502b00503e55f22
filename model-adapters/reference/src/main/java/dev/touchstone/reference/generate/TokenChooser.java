package dev.touchstone.reference.generate;

import dev.touchstone.model.Sampling;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.math.SplitMix64;

/** Chooses the tokens of one text: the most probable ones, or by one draw of {@link SplitMix64} for each. */
final class TokenChooser {

    private final Sampling sampling;
    private final SplitMix64 random;

    TokenChooser(Sampling sampling) {
        this.sampling = sampling;
        this.random = new SplitMix64(sampling.seed());
    }

    int choose(LogProbabilities after) {
        return sampling.isGreedy()
                ? after.mostProbable()
                : Candidates.of(after, sampling).at(random.nextDouble());
    }
}
