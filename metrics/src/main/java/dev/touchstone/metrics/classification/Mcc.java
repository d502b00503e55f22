package dev.touchstone.metrics.classification;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Matthews' correlation between answers and gold labels, for two labels or more. Call {@link #of}.
 *
 * <ul>
 *   <li>value: with c right of s items, t items of each gold label and p answers with it, (c s - sum(p t)) / sqrt((s^2 - sum(p^2)) (s^2 -
 *       sum(t^2))), from -1 to 1 (Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004; scikit-learn's
 *       {@code matthews_corrcoef}). No answer is a label of its own
 *   <li>standard error and interval: {@link Bootstrap} with a percentile interval
 * </ul>
 *
 * <p>Undefined when all items have the same gold label or the same answer: there is no correlation with a constant. scikit-learn and with it
 * lm-evaluation-harness say 0 there, which reads like "no better than chance".
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Mcc {

    private Mcc() {}

    /** Of all labels together. */
    public static Estimate of(Confusion confusion, Bootstrap bootstrap) {
        String because = whyUndefined(confusion);
        return because == null
                ? Averages.estimate(confusion, bootstrap, Mcc::value)
                : Estimate.undefined(confusion.n(), because);
    }

    private static @Nullable String whyUndefined(Confusion confusion) {
        int n = confusion.n();
        for (int label = 0; n > 0 && label < confusion.labels(); label++) {
            if (confusion.gold(label) == n) {
                return "MCC is undefined: every item has gold label " + label;
            }
            if (confusion.predicted(label) == n) {
                return "MCC is undefined: every answer is label " + label;
            }
        }
        return n > 0 && confusion.answered() == 0 ? "MCC is undefined: no item was answered" : null;
    }

    static double value(Confusion confusion) {
        double n = confusion.n();
        double both = 0;
        double goldSquares = 0;
        for (int label = 0; label < confusion.labels(); label++) {
            double gold = confusion.gold(label);
            both += gold * confusion.predicted(label);
            goldSquares += gold * gold;
        }
        double answerSquares = 0;
        for (double answers : confusion.answersByColumn()) {
            answerSquares += answers * answers;
        }
        // whole numbers up to 2^53, so a constant gives 0 / 0 exactly
        return (confusion.correct() * n - both) / Math.sqrt((n * n - answerSquares) * (n * n - goldSquares));
    }
}
