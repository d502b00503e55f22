package dev.touchstone.result;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What was measured of an item that no answer is right or wrong for. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Measured {

    /** The measurement in a few words, such as {@code predicted 2.41, gold 3.80}. */
    String inWords();

    /**
     * How probable a whole text is.
     *
     * @param loglikelihood ln P(text), at most 0
     * @param words words of the text as published
     * @param bytes UTF-8 bytes of the text as published
     * @param windows parts that it was scored in because of the model's limited context
     */
    record Text(double loglikelihood, int words, int bytes, int windows) implements Measured {

        @Override
        public String inWords() {
            return String.format(Locale.ROOT, "ln P %.2f, %d words, %d bytes", loglikelihood, words, bytes);
        }
    }

    /**
     * Where an item is on a scale.
     *
     * @param gold where it is, as published
     * @param prediction the mean of the scale's points, each weighted with its probability
     */
    record OnScale(double gold, double prediction) implements Measured {

        @Override
        public String inWords() {
            return String.format(Locale.ROOT, "predicted %.2f, gold %.2f", prediction, gold);
        }
    }
}
