package dev.touchstone.metrics.paired;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Uncertainty;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Two models compared over several suites at once: one test and one difference as the headline. Call {@link #pooled} and {@link #difference}.
 *
 * <ul>
 *   <li>test: if the models are equally good in each suite, each flip is a toss of a coin, whatever suite it is in; so McNemar's exact test on the
 *       summed counts is exact (the conditional test of Mantel and Haenszel, JNCI 22, 1959, with each item a stratum). A gain in one suite makes
 *       up for a loss in another; {@link dev.touchstone.metrics.Holm} over the suites finds the loss
 *   <li>difference: suites weighted by their items; variance: the sum of the suites' variances with the squares of these weights, so that what
 *       differs between suites is no uncertainty (Cochran, "Sampling techniques", 1977, 5.4); normal interval
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Stratified {

    private Stratified() {}

    /** All items as if they were of one suite; for {@link McNemar} and {@link MarginTest}. */
    public static PairedOutcomes pooled(List<PairedOutcomes> suites) {
        return suites.stream()
                .reduce(
                        new PairedOutcomes(0, 0, 0, 0),
                        (a, b) -> new PairedOutcomes(
                                Math.addExact(a.bothRight(), b.bothRight()),
                                Math.addExact(a.lost(), b.lost()),
                                Math.addExact(a.gained(), b.gained()),
                                Math.addExact(a.bothWrong(), b.bothWrong())));
    }

    /** Candidate less baseline, from -1 to 1. A suite of one item has no spread: then there is a value only. */
    public static Estimate difference(List<PairedOutcomes> suites) {
        List<PairedOutcomes> filled =
                suites.stream().filter(suite -> suite.n() > 0).toList();
        PairedOutcomes all = pooled(filled);
        if (all.n() == 0) {
            return Estimate.undefined(0, "no item was evaluated");
        }
        double value = (double) (all.gained() - all.lost()) / all.n();
        double variance = 0;
        for (PairedOutcomes suite : filled) {
            Double error = PairedDifference.ofAccuracies(suite).standardError();
            if (error == null) {
                return Uncertainty.valueOnly(value, all.n(), Uncertainty.ONE_ITEM);
            }
            double weighted = error * suite.n() / all.n();
            variance += weighted * weighted;
        }
        double half = Uncertainty.Z95 * Math.sqrt(variance);
        return Estimate.of(value, Math.sqrt(variance), new Interval(value - half, value + half), all.n());
    }
}
