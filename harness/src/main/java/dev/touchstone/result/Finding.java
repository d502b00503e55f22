package dev.touchstone.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What was found of an item: one alternative for each way in which items are evaluated, and one for those that could not be. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Finding {

    /** How the item ended. */
    Outcome outcome();

    /** What the model answered and what is right, in a few words: {@code answered B, gold C}; else what was measured or checked. */
    String inWords();

    /** What comes of log-likelihoods of choices. */
    sealed interface OfChoices extends Finding {

        /** ln P of each choice, in their order. */
        List<Double> loglikelihoods();

        /** Whether each choice is what greedy decoding would say. */
        List<Boolean> greedy();
    }

    /**
     * One of the choices was taken.
     *
     * @param gold index of the right choice; -1 when it is not published
     * @param answer index of the chosen one, or {@link #NONE} when greedy decoding says something else than the one choice there is
     * @param sequenceTokens tokens of prompt and choice, when the log-likelihoods are of both as one text; empty otherwise
     */
    record Chosen(List<Double> loglikelihoods, List<Boolean> greedy, int gold, int answer, List<Integer> sequenceTokens)
            implements OfChoices {

        /** The answer that is none of the choices. */
        public static final int NONE = -1;

        /** Of log-likelihoods after the prompt. */
        public Chosen(List<Double> loglikelihoods, List<Boolean> greedy, int gold, int answer) {
            this(loglikelihoods, greedy, gold, answer, List.of());
        }

        /** Whether it is known what is right. */
        public boolean isJudged() {
            return gold >= 0;
        }

        @Override
        public Outcome outcome() {
            if (!isJudged()) {
                return Outcome.MEASURED;
            }
            return answer == gold ? Outcome.CORRECT : Outcome.WRONG;
        }

        @Override
        public String inWords() {
            String given = answer == NONE ? "answered otherwise" : "answered " + letter(answer);
            if (!isJudged()) {
                return given;
            }
            return answer == gold ? given + ", right" : given + ", gold " + letter(gold);
        }

        /** A choice as people name it: {@code A} for 0. */
        private static String letter(int choice) {
            return String.valueOf((char) ('A' + choice));
        }
    }

    /**
     * Choices are the points of a scale, and the item has a place on it. No answer is right or wrong.
     *
     * @param gold where the item is, as published
     * @param prediction the mean of the scale's points, each weighted with its probability
     */
    record OnScale(List<Double> loglikelihoods, List<Boolean> greedy, double gold, double prediction)
            implements OfChoices {

        @Override
        public Outcome outcome() {
            return Outcome.MEASURED;
        }

        @Override
        public String inWords() {
            return String.format(Locale.ROOT, "predicted %.2f, gold %.2f", prediction, gold);
        }
    }

    /**
     * The gold text was scored, and is likely enough or not.
     *
     * @param loglikelihoods ln P of the gold text, the only one
     * @param greedy whether it is what greedy decoding would say
     * @param perplexity e to the power of -ln P for each token
     * @param limit the largest perplexity of a right item
     */
    record GoldText(List<Double> loglikelihoods, List<Boolean> greedy, double perplexity, double limit)
            implements OfChoices {

        @Override
        public Outcome outcome() {
            return perplexity <= limit ? Outcome.CORRECT : Outcome.WRONG;
        }

        @Override
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "perplexity %.4g of the gold text, %s %s",
                    perplexity,
                    outcome() == Outcome.CORRECT ? "at most" : "above",
                    limit);
        }
    }

    /**
     * A text was generated, and an answer read from it.
     *
     * @param outcome by the headline filter
     * @param response the text, cut before the first stop string
     * @param gold the right answer as the suite words it
     * @param extractions what the filters read, the headline one's first; a filter that found no answer has none
     * @param samples all texts, when there are several: then {@code response} is the first one with the most frequent answer; empty otherwise
     */
    record Generated(
            Outcome outcome, String response, String gold, List<Extracted> extractions, List<TextSample> samples)
            implements Finding {

        /** Of one text. */
        public Generated(Outcome outcome, String response, String gold, List<Extracted> extractions) {
            this(outcome, response, gold, extractions, List.of());
        }

        @Override
        public String inWords() {
            String given = outcome == Outcome.NO_ANSWER
                    ? "no answer"
                    : "answered " + extractions.get(0).value();
            return outcome == Outcome.CORRECT ? given + ", right" : given + ", gold " + lastLine(gold);
        }

        private static String lastLine(String text) {
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }

    /**
     * One of several texts that were drawn for an item.
     *
     * @param outcome by the headline filter
     * @param response the text
     * @param extractions what the filters read
     */
    record TextSample(Outcome outcome, String response, List<Extracted> extractions) {}

    /**
     * An answer that was read from a text.
     *
     * @param metric the metric that it counts for
     * @param rule the rule that found it
     * @param from index of its first UTF-16 unit in the text
     * @param to index after its last one
     * @param value the answer
     */
    record Extracted(String metric, String rule, int from, int to, String value) {}

    /**
     * How probable a whole text is. No answer is right or wrong.
     *
     * @param loglikelihood ln P(text), at most 0
     * @param words words of the text as published
     * @param bytes UTF-8 bytes of the text as published
     * @param windows parts that it was scored in because of the model's limited context
     */
    record WholeText(double loglikelihood, int words, int bytes, int windows) implements Finding {

        @Override
        public Outcome outcome() {
            return Outcome.MEASURED;
        }

        @Override
        public String inWords() {
            return String.format(Locale.ROOT, "ln P %.2f, %d words, %d bytes", loglikelihood, words, bytes);
        }
    }

    /**
     * How probable the scored parts of a text's windows are. No answer is right or wrong.
     *
     * @param loglikelihoods ln P of what was scored of each window, in order
     * @param tokens scored in each window
     */
    record Windowed(List<Double> loglikelihoods, int tokens) implements Finding {

        public Windowed {
            loglikelihoods = List.copyOf(loglikelihoods);
        }

        @Override
        public Outcome outcome() {
            return Outcome.MEASURED;
        }

        @Override
        public String inWords() {
            double sum =
                    loglikelihoods.stream().mapToDouble(Double::doubleValue).sum();
            return String.format(
                    Locale.ROOT,
                    "ln P %.2f in %d windows of which %d tokens are scored",
                    sum,
                    loglikelihoods.size(),
                    tokens);
        }
    }

    /**
     * What a check on the model found.
     *
     * @param outcome {@code CORRECT} if it holds, {@code WRONG} if not, {@code NO_ANSWER} if it can't be tried on this model
     * @param text the evidence in one line, with the figures; of a check that can't be tried the reason
     * @param numbers the figures by name; NaN where one is not defined
     */
    record Checked(Outcome outcome, String text, Map<String, Double> numbers) implements Finding {

        /** The finding of a check that was tried. */
        public static Checked of(boolean holds, String text, Map<String, Double> numbers) {
            return new Checked(holds ? Outcome.CORRECT : Outcome.WRONG, text, numbers);
        }

        /** The finding of a check that can't be tried on this model. */
        public static Checked skipped(String reason) {
            return new Checked(Outcome.NO_ANSWER, reason, Map.of());
        }

        /** {@code holds}, {@code does not hold} or {@code skipped}. */
        public String holds() {
            return switch (outcome) {
                case CORRECT -> "holds";
                case WRONG -> "does not hold";
                default -> "skipped";
            };
        }

        @Override
        public String inWords() {
            return holds() + ": " + text;
        }
    }

    /**
     * The item could not be evaluated.
     *
     * @param error what went wrong
     * @param gold index of the right choice, or -1 when none is
     */
    record Failed(String error, int gold) implements Finding {

        @Override
        public Outcome outcome() {
            return Outcome.ERROR;
        }

        @Override
        public String inWords() {
            return "could not be evaluated";
        }
    }
}
