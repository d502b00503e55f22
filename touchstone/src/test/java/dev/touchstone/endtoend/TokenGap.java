package dev.touchstone.endtoend;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.model.Tokenizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where two texts that were generated greedily after the same prompt part, and how near the two most probable tokens are there: a small gap is
 * rounding, a large one a fault.
 *
 * @param index the first token that differs, from 0
 * @param gap ln P of the most probable token less that of the second
 */
record TokenGap(int index, double gap) {

    /** Looks for the first token that differs and asks the model for its distribution there. */
    static TokenGap of(InspectableModel model, String prompt, String one, String other) {
        Tokenizer tokenizer = model.tokenizer();
        int[] first = tokenizer.encode(one, false);
        int[] second = tokenizer.encode(other, false);
        int mismatch = Arrays.mismatch(first, second);
        int index = mismatch < 0 ? first.length : mismatch;
        int[] seen = IntStream.concat(IntStream.of(tokenizer.encode(prompt, true)), Arrays.stream(first, 0, index))
                .toArray();
        float[][] logits = model.logits(TokenFeed.whole(seen));
        float[] sorted = logits[logits.length - 1].clone();
        Arrays.sort(sorted);
        return new TokenGap(index, (double) sorted[sorted.length - 1] - sorted[sorted.length - 2]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "token %d is the first to differ, the two best are %.2e apart", index, gap);
    }
}
