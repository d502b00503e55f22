package dev.touchstone.metrics;

import dev.touchstone.metrics.Estimate.Interval;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * One estimate for several subjects, each weighted by its number of items. Call {@link #of}.
 *
 * <p>With value v, standard error se and number of items n of each of K subjects:
 *
 * <ul>
 *   <li>value: sum(v n) / sum(n)
 *   <li>standard error: sqrt( sum((n - 1) n se^2) / (sum(n) - K) / sum(n) ), as lm-evaluation-harness ({@code api/metrics.py},
 *       {@code pooled_sample_stderr}): the pooled variance within the subjects; what lies between the subjects is ignored, so it is a little
 *       smaller than the standard error over all items together
 *   <li>interval: value plus and minus z(0.975) standard errors. It does not know that a share ends at 0 and 1: for a group's share of right
 *       answers take value and interval from {@link Accuracy} over all its items, and from here only lm-evaluation-harness's standard error
 * </ul>
 *
 * <p>No subject, or a subject without a value: undefined. A subject without a standard error (n = 1): value only, and the reason names the
 * subject's place in the list.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Pooled {

    private Pooled() {}

    /**
     * Pools the subjects' estimates.
     *
     * @param subjects [K] one estimate for each subject
     * @throws ArithmeticException if there are more than 2^31 - 1 items
     */
    public static Estimate of(List<Estimate> subjects) {
        int n = subjects.stream().mapToInt(Estimate::n).reduce(0, Math::addExact);
        if (subjects.isEmpty()) {
            return Estimate.undefined(0, "no subject was evaluated");
        }
        String withoutValue = firstWithout(subjects, true);
        if (withoutValue != null) {
            return Estimate.undefined(n, withoutValue);
        }
        double value = value(subjects, n);
        String withoutError = firstWithout(subjects, false);
        if (withoutError != null) {
            return new Estimate(value, null, null, n, withoutError);
        }
        double standardError = standardError(subjects, n);
        double half = Uncertainty.Z95 * standardError;
        return Estimate.of(value, standardError, new Interval(value - half, value + half), n);
    }

    private static @Nullable String firstWithout(List<Estimate> subjects, boolean value) {
        for (int i = 0; i < subjects.size(); i++) {
            Estimate subject = subjects.get(i);
            if ((value ? subject.value() : subject.standardError()) == null) {
                return "subject " + (i + 1) + " of " + subjects.size() + " has no "
                        + (value ? "value" : "standard error") + ": " + subject.undefined();
            }
        }
        return null;
    }

    private static double value(List<Estimate> subjects, int n) {
        double sum = 0;
        for (Estimate subject : subjects) {
            sum += subject.value() * subject.n();
        }
        return sum / n;
    }

    private static double standardError(List<Estimate> subjects, int n) {
        double sum = 0;
        for (Estimate subject : subjects) {
            double error = subject.standardError();
            sum += (subject.n() - 1.0) * error * error * subject.n();
        }
        return Math.sqrt(sum / (n - subjects.size()) / n);
    }
}
