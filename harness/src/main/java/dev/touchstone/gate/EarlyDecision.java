package dev.touchstone.gate;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says while a suite runs whether its regression gate has decided. Items must be asked in random order. */
@API(status = Status.INTERNAL, since = "0.1")
public final class EarlyDecision {

    private final Map<String, ItemSummary> baseline = new HashMap<>();
    private final ToDoubleFunction<ItemSummary> value;
    private final SequentialRule rule;
    private final double level;

    /**
     * @param baseline the suite in the other run
     * @param value what is compared
     * @param level the part of the significance level that this gate may use up, whatever the others do
     */
    EarlyDecision(SuiteItems baseline, ToDoubleFunction<ItemSummary> value, SequentialRule rule, double level) {
        baseline.items().forEach(item -> this.baseline.put(item.id(), item));
        this.value = value;
        this.rule = rule;
        this.level = level;
    }

    /** Whether these items are enough. Not when one was asked in other words than in the baseline: then there is nothing to decide. */
    public boolean isReached(Collection<ItemResult> soFar) {
        List<ItemSummary> before = new ArrayList<>();
        List<ItemSummary> after = new ArrayList<>();
        for (ItemResult result : soFar) {
            ItemSummary now = ItemSummary.of(result);
            ItemSummary then = baseline.get(now.id());
            if (then != null) {
                before.add(then);
                after.add(now);
            }
        }
        boolean samePrompts = true;
        for (int i = 0; i < before.size(); i++) {
            samePrompts &= before.get(i).promptSha256().equals(after.get(i).promptSha256());
        }
        return samePrompts && rule.verdict(outcomes(new Pairs(before, after, 0)), level) != Verdict.INCONCLUSIVE;
    }

    /** Scores between right and wrong are neither, so they decide nothing early. */
    private PairedOutcomes outcomes(Pairs pairs) {
        Pairs valued = pairs.with(item -> {
            double score = value.applyAsDouble(item);
            return score == 0 || score == 1 ? score : Double.NaN;
        });
        return valued.outcomes(item -> value.applyAsDouble(item) == 1);
    }
}
