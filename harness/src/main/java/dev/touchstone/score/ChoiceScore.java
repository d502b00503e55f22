package dev.touchstone.score;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
 * @param scores 1 or 0 by metric name: {@code acc} for the answer, the others for the choice that is best by their measure
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ChoiceScore(int answer, Map<String, Double> scores) {

    /** Metric name: the choice with the highest log-likelihood is the right one. */
    public static final String ACC = "acc";

    /** Metric name: the same with log-likelihoods divided by the choices' lengths in code points. */
    public static final String ACC_NORM = "acc_norm";

    /** Metric name: the same with log-likelihoods divided by the choices' lengths in UTF-8 bytes. */
    public static final String ACC_BYTES = "acc_bytes";

    /**
     * Metric name: the same with each choice's log-likelihood without the prompt taken off, ln P(choice | prompt) - ln P(choice): what the prompt
     * adds. Needs as many requests again.
     */
    public static final String ACC_MUTUAL_INFO = "acc_mutual_info";

    /**
     * Decides by a value of each choice alone, such as its mean log-likelihood.
     *
     * @throws ScoreException if a value is not a number
     */
    public static int best(List<Double> values) {
        return best(values.size(), values::get);
    }

    /**
     * A choice's probability among the choices: softmax of the log-likelihoods.
     *
     * @throws ScoreException if all choices have probability 0: then the shares are not defined
     */
    public static double probability(List<Double> loglikelihoods, int choice) {
        double largest = loglikelihoods.get(best(loglikelihoods));
        if (largest == Double.NEGATIVE_INFINITY) {
            throw new ScoreException(
                    "the model gives every choice the probability 0, so they have no shares; check the model's weights");
        }
        double sum = 0;
        for (double loglikelihood : loglikelihoods) {
            sum += StrictMath.exp(loglikelihood - largest);
        }
        return StrictMath.exp(loglikelihoods.get(choice) - largest) / sum;
    }

    /**
     * Decides.
     *
     * @param loglikelihoods of each choice
     * @param unconditional of each choice without the prompt; empty when they were not asked for
     * @param choices the choices' texts, none of them empty
     * @param gold index of the right choice
     * @throws ScoreException if a log-likelihood is not a number: then no choice is best, and calling one so would be a guess
     */
    public static ChoiceScore of(
            List<Double> loglikelihoods, List<Double> unconditional, List<String> choices, int gold) {
        refuseEmptyChoices(choices);
        Map<String, Double> scores = new LinkedHashMap<>();
        int answer = best(loglikelihoods.size(), loglikelihoods::get);
        scores.put(ACC, answer == gold ? 1.0 : 0.0);
        score(ACC_NORM, gold, scores, loglikelihoods.size(), i -> loglikelihoods.get(i) / codePoints(choices.get(i)));
        score(ACC_BYTES, gold, scores, loglikelihoods.size(), i -> loglikelihoods.get(i) / bytes(choices.get(i)));
        if (!unconditional.isEmpty()) {
            score(
                    ACC_MUTUAL_INFO,
                    gold,
                    scores,
                    loglikelihoods.size(),
                    i -> loglikelihoods.get(i) - unconditional.get(i));
        }
        return new ChoiceScore(answer, scores);
    }

    private static void score(
            String metric, int gold, Map<String, Double> scores, int count, IntToDoubleFunction measure) {
        scores.put(metric, best(count, measure) == gold ? 1.0 : 0.0);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void refuseEmptyChoices(List<String> choices) {
        int empty = choices.indexOf("");
        if (empty >= 0) {
            throw new ScoreException("choice " + empty
                    + " is empty, so its log-likelihood per character is not defined; check the data");
        }
    }

    private static int best(int count, IntToDoubleFunction measure) {
        int notANumber = highest(count, i -> Double.isNaN(measure.applyAsDouble(i)) ? 1 : 0);
        if (Double.isNaN(measure.applyAsDouble(notANumber))) {
            throw new ScoreException(
                    "the model's log-likelihood of choice " + notANumber
                            + " is not a number (NaN), so no choice can be called the most probable; check the model's weights");
        }
        return highest(count, measure);
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
