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
    private final int offset;
    private final int vocabulary;
    private final int mostProbable;
    private final double logSum;

    private LogProbabilities(Rows row, int vocabulary, int mostProbable, double logSum) {
        this.logits = row.data();
        this.offset = row.offset();
        this.vocabulary = vocabulary;
        this.mostProbable = mostProbable;
        this.logSum = logSum;
    }

    /** Of one row of logits, which must not change as long as this is used. */
    static LogProbabilities of(Kernels kernels, Rows row, int vocabulary) {
        int best = argmax(row, vocabulary);
        float max = row.data()[row.offset() + best];
        return new LogProbabilities(
                row, vocabulary, best, StrictMath.log(sumOfExponentials(kernels, row, vocabulary, max)));
    }

    /** The lowest index of a largest logit. */
    private static int argmax(Rows row, int vocabulary) {
        int best = row.offset();
        for (int i = row.offset() + 1; i < row.offset() + vocabulary; i++) {
            if (row.data()[i] > row.data()[best]) {
                best = i;
            }
        }
        return best - row.offset();
    }

    private static double sumOfExponentials(Kernels kernels, Rows row, int vocabulary, float max) {
        float[] exponentials = new float[vocabulary];
        kernels.exponentials(row, vocabulary, max, exponentials);
        double sum = 0;
        for (float exponential : exponentials) {
            sum += exponential;
        }
        return sum;
    }

    /** The same with logits of its own, which stay. */
    LogProbabilities copy() {
        float[] own = new float[vocabulary];
        System.arraycopy(logits, offset, own, 0, vocabulary);
        return new LogProbabilities(new Rows(own, 0, vocabulary, 1), vocabulary, mostProbable, logSum);
    }

    /** Whether there is a distribution: not after a computation that overflowed. */
    boolean isDefined() {
        return !Double.isNaN(logSum);
    }

    /** ln P(token), natural logarithm. */
    public double of(int token) {
        return (double) logit(token) - logit(mostProbable) - logSum;
    }

    /** The most probable token; of equally probable ones the lowest. */
    public int mostProbable() {
        return mostProbable;
    }

    /** Number of tokens. */
    public int vocabulary() {
        return vocabulary;
    }

    /** The model's unnormalized output for a token. */
    public float logit(int token) {
        return logits[offset + token];
    }

    /** Copies all logits to the beginning of an array. */
    public void copyLogits(float[] target) {
        System.arraycopy(logits, offset, target, 0, vocabulary);
    }
}
