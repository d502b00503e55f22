package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the next token is chosen from the model's distribution. Logits are divided by the temperature, then only the {@code topK} most
 * probable tokens are kept, then the fewest of the most probable ones whose probabilities (of what was kept) sum to at least
 * {@code topP}; one of those is drawn in proportion to its probability.
 *
 * @param temperature 0 for greedy decoding, which always takes the most probable token and draws nothing; else positive and finite
 * @param topK most tokens that can be drawn, at least 1; 0 for no limit
 * @param topP above 0, at most 1; 1 for no limit
 * @param seed of this request's draws: the same request gives the same text
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Sampling(double temperature, int topK, double topP, long seed) {

    private static final Sampling GREEDY = new Sampling(0, 0, 1, 0);

    public Sampling {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the temperature must be 0 (greedy) or positive, but is " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK must be at least 1, or 0 for no limit, but is " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "topP must be above 0 and at most 1, where 1 is no limit, but is " + topP);
        }
    }

    /** Always the most probable token; of equally probable ones the lowest id. */
    public static Sampling greedy() {
        return GREEDY;
    }

    /** Draws from the distribution at that temperature: {@code topK} 0, {@code topP} 1. */
    public static Sampling of(double temperature, long seed) {
        return new Sampling(temperature, 0, 1, seed);
    }

    /** Whether nothing is drawn; then the other values mean nothing. */
    public boolean isGreedy() {
        return temperature == 0;
    }
}
