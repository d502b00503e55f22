package dev.touchstone.reference.generate;

import dev.touchstone.model.Sampling;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.math.Exp;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The tokens that may be drawn, with weights in proportion to their probabilities. Weights are fp32 by {@link Exp}, sums double in the
 * order of {@code tokens}, so that every platform gives the same bits. Of equally probable tokens the lower id goes first.
 *
 * @param tokens ids, at least one; ascending if nothing was left out, else from the most probable on
 * @param weights e^((logit - largest logit) / temperature) by id, for the whole vocabulary
 */
record Candidates(int[] tokens, float[] weights) {

    /** Applies temperature, then top-k, then top-p. */
    static Candidates of(LogProbabilities after, Sampling sampling) {
        Candidates all = new Candidates(
                IntStream.range(0, after.vocabulary()).toArray(), weights(after, sampling.temperature()));
        Candidates best = sampling.topK() == 0 ? all : all.mostProbable(after, sampling.topK());
        return sampling.topP() == 1 ? best : best.nucleus(after, sampling.topP());
    }

    private static float[] weights(LogProbabilities after, double temperature) {
        double largest = after.logit(after.mostProbable());
        float[] weights = new float[after.vocabulary()];
        for (int token = 0; token < weights.length; token++) {
            weights[token] = Exp.exp((float) ((after.logit(token) - largest) / temperature));
        }
        return weights;
    }

    private Candidates mostProbable(LogProbabilities after, int count) {
        PriorityQueue<Long> leastProbableFirst = new PriorityQueue<>(Comparator.reverseOrder());
        for (int token : tokens) {
            long rank = rank(after, token);
            if (leastProbableFirst.size() < count) {
                leastProbableFirst.add(rank);
            } else if (rank < leastProbableFirst.peek()) {
                leastProbableFirst.poll();
                leastProbableFirst.add(rank);
            }
        }
        int[] best = leastProbableFirst.stream()
                .sorted()
                .mapToInt(Candidates::tokenOf)
                .toArray();
        return new Candidates(best, weights);
    }

    /** Holtzman et al. 2020, "The curious case of neural text degeneration". */
    private Candidates nucleus(LogProbabilities after, double mass) {
        double total = total();
        // Tokens below this weigh at most (1 - mass) of the total together, so the nucleus needs none of them.
        double negligible = (1 - mass) * total / tokens.length;
        int[] sorted = IntStream.of(tokens)
                .filter(token -> weights[token] >= negligible)
                .mapToLong(token -> rank(after, token))
                .sorted()
                .mapToInt(Candidates::tokenOf)
                .toArray();
        double sum = weights[sorted[0]];
        int count = 1;
        while (count < sorted.length && sum < mass * total) {
            sum += weights[sorted[count++]];
        }
        return new Candidates(IntStream.of(sorted).limit(count).toArray(), weights);
    }

    /** Ascending ranks are descending logits, and for equal ones ascending ids, which stand in the lower half. */
    private static long rank(LogProbabilities after, int token) {
        // Adding 0 makes -0 and 0 the same.
        int bits = Float.floatToIntBits(after.logit(token) + 0f);
        int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE);
        return (long) ~ascending << 32 | token;
    }

    private static int tokenOf(long rank) {
        return (int) rank;
    }

    private double total() {
        double total = 0;
        for (int token : tokens) {
            total += weights[token];
        }
        return total;
    }

    /** The token at a fraction of the total weight, at least 0 and below 1, going through {@link #tokens} in order. */
    int at(double fraction) {
        double point = fraction * total();
        double sum = 0;
        for (int token : tokens) {
            sum += weights[token];
            if (sum > point) {
                return token;
            }
        }
        throw new IllegalArgumentException("a fraction must be at least 0 and below 1, but is " + fraction);
    }
}
