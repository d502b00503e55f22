package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Rows;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The distribution of the token after a position: ln P(token) = logit - max - ln sum(e^(logit - max)). Exponentials are fp32, their sum
 * and the rest double, in ascending order of tokens.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LogProbabilities {

    private final float[] logits;
    private final int mostProbable;
    private final double logSum;

    private LogProbabilities(float[] logits, int mostProbable, double logSum) {
        this.logits = logits;
        this.mostProbable = mostProbable;
        this.logSum = logSum;
    }

    /** Of one row of logits, which is copied. */
    static LogProbabilities of(Kernels kernels, Rows row, int vocabulary) {
        float[] logits = new float[vocabulary];
        System.arraycopy(row.data(), row.offset(), logits, 0, vocabulary);
        int best = argmax(logits);
        return new LogProbabilities(logits, best, StrictMath.log(sumOfExponentials(kernels, logits, logits[best])));
    }

    /** The lowest index of a largest logit. */
    private static int argmax(float[] logits) {
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }

    private static double sumOfExponentials(Kernels kernels, float[] logits, float max) {
        float[] exponentials = new float[logits.length];
        kernels.exponentials(new Rows(logits, 0, logits.length, 1), logits.length, max, exponentials);
        double sum = 0;
        for (float exponential : exponentials) {
            sum += exponential;
        }
        return sum;
    }

    /** ln P(token), natural logarithm. */
    public double of(int token) {
        return (double) logits[token] - logits[mostProbable] - logSum;
    }

    /** The most probable token; of equally probable ones the lowest. */
    public int mostProbable() {
        return mostProbable;
    }

    /** Number of tokens. */
    public int vocabulary() {
        return logits.length;
    }

    /** The model's unnormalized output for a token. */
    public float logit(int token) {
        return logits[token];
    }
}
