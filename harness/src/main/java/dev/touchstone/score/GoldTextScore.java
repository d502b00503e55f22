package dev.touchstone.score;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether a model finds the gold text likely enough. */
@API(status = Status.INTERNAL, since = "0.1")
public final class GoldTextScore {

    private GoldTextScore() {}

    /**
     * exp(-ln P / tokens).
     *
     * @param loglikelihood ln P of the text after its prompt
     * @param tokens of the text, at least 1
     * @throws ScoreException if the log-likelihood is not a number
     */
    public static double perplexity(double loglikelihood, int tokens) {
        if (Double.isNaN(loglikelihood)) {
            throw new ScoreException(
                    "the model's log-likelihood of the gold text is not a number (NaN); check the model's weights");
        }
        return StrictMath.exp(-loglikelihood / tokens);
    }
}
