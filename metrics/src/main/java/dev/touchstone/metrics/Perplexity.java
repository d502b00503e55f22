package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How badly a model predicts a corpus. Call {@link #of} with words, bytes or tokens as units, or {@link #bitsPerByte}.
 *
 * <p>With the summed log-likelihood L (nats) and the number of units U of each of D documents:
 *
 * <ul>
 *   <li>value: exp(-sum(L) / sum(U)) over the whole corpus, not a mean over documents; bits per byte is -sum(L) / sum(U) / ln 2. As
 *       lm-evaluation-harness ({@code word_perplexity}, {@code byte_perplexity}, {@code bits_per_byte}), which gives no standard error
 *   <li>standard error: r = sum(L) / sum(U) is a ratio of two sums over documents, so by linearisation (Cochran, "Sampling techniques", 1977,
 *       6.4) se(r) = sqrt( D / (D - 1) sum((L - r U)^2) ) / sum(U); perplexity times se(r), bits per byte se(r) / ln 2
 *   <li>interval: r plus and minus t(0.975, D - 1) se(r), carried through the exponential, so it stays above 0
 * </ul>
 *
 * <p>No unit: undefined. One document: value only. A log-likelihood of minus infinity makes the perplexity infinite: undefined, and said.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Perplexity {

    private static final double LN2 = StrictMath.log(2);

    private Perplexity() {}

    /**
     * Word, byte or token perplexity.
     *
     * @param loglikelihoods [documents] summed log-likelihood of each document, nats, at most 0
     * @param units [documents] words, bytes or tokens of each document, at least 0
     */
    public static Estimate of(double[] loglikelihoods, int[] units) {
        Estimate rate = rate(loglikelihoods, units);
        if (rate.value() == null) {
            return rate;
        }
        double value = StrictMath.exp(-rate.value());
        if (rate.interval95() == null || rate.standardError() == null) {
            return Uncertainty.valueOnly(value, rate.n(), String.valueOf(rate.undefined()));
        }
        Interval interval = new Interval(
                StrictMath.exp(-rate.interval95().high()),
                StrictMath.exp(-rate.interval95().low()));
        return Estimate.of(value, value * rate.standardError(), interval, rate.n());
    }

    /** Bits that the model needs for each UTF-8 byte; arguments as in {@link #of}. */
    public static Estimate bitsPerByte(double[] loglikelihoods, int[] bytes) {
        Estimate rate = rate(loglikelihoods, bytes);
        if (rate.value() == null) {
            return rate;
        }
        double value = -rate.value() / LN2;
        if (rate.interval95() == null || rate.standardError() == null) {
            return Uncertainty.valueOnly(value, rate.n(), String.valueOf(rate.undefined()));
        }
        Interval interval =
                new Interval(-rate.interval95().high() / LN2, -rate.interval95().low() / LN2);
        return Estimate.of(value, rate.standardError() / LN2, interval, rate.n());
    }

    /** Log-likelihood of one unit. */
    private static Estimate rate(double[] loglikelihoods, int[] units) {
        Inputs.requireSameLength("loglikelihoods", loglikelihoods.length, "units", units.length);
        int documents = loglikelihoods.length;
        double sum = 0;
        long count = 0;
        for (int i = 0; i < documents; i++) {
            if (!(loglikelihoods[i] <= 0) || units[i] < 0) {
                throw new IllegalArgumentException("document " + i + " of " + documents + " has log-likelihood "
                        + loglikelihoods[i] + " and " + units[i]
                        + " units; a log-likelihood is at most 0 and a count at least 0");
            }
            if (loglikelihoods[i] == Double.NEGATIVE_INFINITY) {
                return Estimate.undefined(
                        documents,
                        "document " + i + " of " + documents + " has probability 0: the perplexity is infinite");
            }
            sum += loglikelihoods[i];
            count += units[i];
        }
        if (count == 0) {
            return Estimate.undefined(documents, "no word, byte or token was evaluated");
        }
        double rate = sum / count;
        if (documents == 1) {
            return Uncertainty.valueOnly(
                    rate, 1, "the standard error and the interval are undefined: one document has no spread");
        }
        return Uncertainty.student(rate, standardError(loglikelihoods, units, rate, count), documents - 1, documents);
    }

    private static double standardError(double[] loglikelihoods, int[] units, double rate, long count) {
        double squares = 0;
        for (int i = 0; i < units.length; i++) {
            double residual = loglikelihoods[i] - rate * units[i];
            squares += residual * residual;
        }
        double documents = units.length;
        return Math.sqrt(documents / (documents - 1) * squares) / count;
    }
}
