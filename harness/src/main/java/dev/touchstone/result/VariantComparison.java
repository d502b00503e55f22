package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.PairedTest;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a variant did on a suite's items, compared with the run's first variant on the same items.
 *
 * @param baseline the suite under the first variant
 * @param candidate the suite under the other one
 * @param outcomes right and wrong, item by item; no answer is not right
 * @param changedAnswers items that were answered otherwise, rightly or wrongly
 * @param leftOut items that at least one of the two has no answer of: not reached, or ended in an error
 * @param difference share of right answers, candidate less baseline
 * @param test whether chance explains the flips: McNemar's exact test
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record VariantComparison(
        SuiteResult baseline,
        SuiteResult candidate,
        PairedOutcomes outcomes,
        int changedAnswers,
        int leftOut,
        Estimate difference,
        PairedTest test) {}
