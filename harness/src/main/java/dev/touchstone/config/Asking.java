package dev.touchstone.config;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a model is asked and how its answers are scored, where that is not as the suite has it.
 *
 * @param mode how items are scored; the suite's own way when empty
 * @param cot whether the model is asked to think before it answers
 * @param chat whether prompts are put as the messages of a chat, in the model's own chat template
 * @param system what stands before everything else; empty for nothing
 * @param decoding how tokens are chosen where the model writes text
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Asking(Optional<ScoringMode> mode, boolean cot, boolean chat, String system, Decoding decoding) {

    /** As the suites do it. */
    public static final Asking DEFAULT = new Asking(Optional.empty(), false, false, "", Decoding.GREEDY);

    /**
     * How tokens are chosen.
     *
     * @param temperature 0 for the most probable token always
     * @param topK most tokens that can be drawn; 0 for no limit
     * @param topP share of the probability that can be drawn from; 1 for all
     * @param repeats how many texts are generated for each item
     * @param seed of all draws; 0 where nothing is drawn
     */
    public record Decoding(double temperature, int topK, double topP, int repeats, long seed) {

        /** One text of the most probable tokens. */
        public static final Decoding GREEDY = new Decoding(0, 0, 1, 1, 0);
    }
}
