package dev.touchstone.score;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The decision of a multiple-choice item, as lm-evaluation-harness 0.4 makes it ({@code ConfigurableTask.process_results}): the choice with
 * the highest log-likelihood, the first of several equal ones.
 *
 * @param answer index of the chosen choice
 * @param scores 1 or 0 by metric name: {@code acc} for the answer, {@code acc_norm} for the choice whose log-likelihood divided by its
 *     length in code points is highest
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ChoiceScore(int answer, Map<String, Double> scores) {

    /** Metric name: the choice with the highest log-likelihood is the right one. */
    public static final String ACC = "acc";

    /** Metric name: the same with log-likelihoods divided by the choices' lengths in code points. */
    public static final String ACC_NORM = "acc_norm";

    /**
     * Decides.
     *
     * @param loglikelihoods of each choice
     * @param lengths of each choice in code points, at least 1
     * @param gold index of the right choice
     * @throws ScoreException if a log-likelihood is not a number: then no choice is best, and calling one so would be a guess
     */
    public static ChoiceScore of(List<Double> loglikelihoods, List<Integer> lengths, int gold) {
        refuseNotNumbers(loglikelihoods);
        refuseEmptyChoices(lengths);
        int answer = highest(loglikelihoods.size(), loglikelihoods::get);
        int normalized = highest(loglikelihoods.size(), i -> loglikelihoods.get(i) / lengths.get(i));
        return new ChoiceScore(
                answer, Map.of(ACC, answer == gold ? 1.0 : 0.0, ACC_NORM, normalized == gold ? 1.0 : 0.0));
    }

    private static void refuseNotNumbers(List<Double> loglikelihoods) {
        int index = highest(loglikelihoods.size(), i -> loglikelihoods.get(i).isNaN() ? 1 : 0);
        if (loglikelihoods.get(index).isNaN()) {
            throw new ScoreException(
                    "the model's log-likelihood of choice " + index
                            + " is not a number (NaN), so no choice can be called the most probable; check the model's weights");
        }
    }

    private static void refuseEmptyChoices(List<Integer> lengths) {
        int empty = lengths.indexOf(0);
        if (empty >= 0) {
            throw new ScoreException("choice " + empty
                    + " is empty, so its log-likelihood per character is not defined; check the data");
        }
    }

    private static int highest(int count, IntToDoubleFunction value) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (value.applyAsDouble(i) > value.applyAsDouble(best)) {
                best = i;
            }
        }
        return best;
    }
}
