package dev.touchstone.metric;

import dev.touchstone.metrics.paired.McNemar;
import dev.touchstone.metrics.paired.PairedDifference;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Compares each variant of the model with the first one, suite by suite, on the items that both evaluated. What is checked or measured is neither right nor wrong, and not compared.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class VariantComparisons {

    private VariantComparisons() {}

    /**
     * All comparisons, in the order of the suites and the variants.
     *
     * @param suites results, in any order
     * @param precisions the variants' precisions; the first is what the others are compared with
     */
    public static List<VariantComparison> of(List<SuiteResult> suites, List<String> precisions) {
        Map<String, Map<String, SuiteResult>> bySuite = new LinkedHashMap<>();
        suites.stream()
                .filter(suite -> !suite.isOfChecks() && suite.outcomes().judged() > 0)
                .forEach(suite -> bySuite.computeIfAbsent(
                                suite.suite() + " " + suite.variant().form() + " " + suite.dataSha256(),
                                key -> new LinkedHashMap<>())
                        .put(suite.variant().precision(), suite));
        List<VariantComparison> comparisons = new ArrayList<>();
        if (precisions.isEmpty()) {
            return comparisons;
        }
        for (Map<String, SuiteResult> variants : bySuite.values()) {
            SuiteResult baseline = variants.get(precisions.get(0));
            for (String precision : precisions.subList(1, precisions.size())) {
                SuiteResult candidate = variants.get(precision);
                if (baseline != null && candidate != null) {
                    comparisons.add(compare(baseline, candidate));
                }
            }
        }
        return comparisons;
    }

    private static VariantComparison compare(SuiteResult baseline, SuiteResult candidate) {
        Map<String, ItemResult> before = evaluated(baseline);
        Map<String, ItemResult> after = evaluated(candidate);
        List<String> common =
                before.keySet().stream().filter(after::containsKey).toList();
        boolean[] rightBefore = new boolean[common.size()];
        boolean[] rightAfter = new boolean[common.size()];
        int changed = 0;
        for (int i = 0; i < common.size(); i++) {
            ItemResult first = before.get(common.get(i));
            ItemResult second = after.get(common.get(i));
            rightBefore[i] = first.outcome() == Outcome.CORRECT;
            rightAfter[i] = second.outcome() == Outcome.CORRECT;
            changed += sameAnswer(first, second) ? 0 : 1;
        }
        PairedOutcomes outcomes = PairedOutcomes.of(rightBefore, rightAfter);
        return new VariantComparison(
                baseline,
                candidate,
                outcomes,
                changed,
                leftOut(baseline, candidate, common.size()),
                PairedDifference.ofAccuracies(outcomes),
                McNemar.exact(outcomes));
    }

    private static int leftOut(SuiteResult baseline, SuiteResult candidate, int common) {
        int measured =
                Math.max(baseline.outcomes().measured(), candidate.outcomes().measured());
        return Math.max(baseline.planned(), candidate.planned()) - measured - common;
    }

    /** Items with an answer that is right or wrong. */
    private static Map<String, ItemResult> evaluated(SuiteResult suite) {
        Map<String, ItemResult> items = new LinkedHashMap<>();
        suite.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .filter(item -> item.outcome() != Outcome.ERROR && item.outcome() != Outcome.MEASURED)
                .forEach(item -> items.put(item.id(), item));
        return items;
    }

    /** The same choice; of texts the same answers read from them, whatever the words around them. */
    private static boolean sameAnswer(ItemResult first, ItemResult second) {
        return answer(first).equals(answer(second));
    }

    private static Object answer(ItemResult item) {
        if (item.finding() instanceof Chosen chosen) {
            return chosen.answer();
        }
        return item.finding() instanceof Generated generated
                ? generated.extractions().stream().map(Finding.Extracted::value).toList()
                : item.finding();
    }
}
