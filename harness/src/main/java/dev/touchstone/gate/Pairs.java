package dev.touchstone.gate;

import dev.touchstone.metrics.paired.PairedOutcomes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The items of two runs of a suite, matched by id. Made only of what may be compared.
 *
 * @param baseline the items of the earlier run
 * @param candidate the same items of this run, in the same order
 * @param unmatched items that only one of the runs has
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Pairs(List<ItemSummary> baseline, List<ItemSummary> candidate, int unmatched) {

    /** Items that a message names; more would hide the count. */
    private static final int NAMED = 3;

    private static final String OTHER_BASELINE = "or record a new baseline with -Dgate.accept=true";

    /**
     * Matches the items.
     *
     * @param common whether items that only one of the runs has are left out
     * @throws ComparisonRefused if items, data, or prompts differ; items without a prompt's digest are not checked for it
     */
    public static Pairs of(SuiteItems baseline, SuiteItems candidate, boolean common) {
        if (!baseline.finished()) {
            throw new ComparisonRefused("the baseline's run of suite '" + baseline.suite()
                    + "' was stopped before its end; run it again, then compare");
        }
        Map<String, ItemSummary> before = byId(baseline);
        Map<String, ItemSummary> after = byId(candidate);
        List<String> both = after.keySet().stream().filter(before::containsKey).toList();
        int unmatched = before.size() + after.size() - 2 * both.size();
        if (both.isEmpty() || unmatched > 0 && !common) {
            throw new ComparisonRefused(otherItems(before, after, both.size()));
        }
        Pairs pairs = new Pairs(
                both.stream().map(before::get).toList(),
                both.stream().map(after::get).toList(),
                unmatched);
        pairs.refuseOtherPrompts(baseline, candidate);
        pairs.refuseOtherData(baseline, candidate);
        return pairs;
    }

    /** The pairs of which both have a value; NaN is none. */
    Pairs with(ToDoubleFunction<ItemSummary> value) {
        return where(item -> !Double.isNaN(value.applyAsDouble(item)));
    }

    private Pairs where(Predicate<ItemSummary> kept) {
        List<ItemSummary> before = new ArrayList<>();
        List<ItemSummary> after = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            if (kept.test(baseline.get(i)) && kept.test(candidate.get(i))) {
                before.add(baseline.get(i));
                after.add(candidate.get(i));
            }
        }
        return new Pairs(before, after, unmatched);
    }

    /** Right and wrong of both runs, item by item. */
    PairedOutcomes outcomes(Predicate<ItemSummary> right) {
        boolean[] before = new boolean[baseline.size()];
        boolean[] after = new boolean[baseline.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = right.test(baseline.get(i));
            after[i] = right.test(candidate.get(i));
        }
        return PairedOutcomes.of(before, after);
    }

    static double[] values(List<ItemSummary> items, ToDoubleFunction<ItemSummary> value) {
        return items.stream().mapToDouble(value).toArray();
    }

    private static Map<String, ItemSummary> byId(SuiteItems suite) {
        Map<String, ItemSummary> items = new LinkedHashMap<>();
        suite.items().forEach(item -> items.put(item.id(), item));
        return items;
    }

    private static String otherItems(Map<String, ItemSummary> before, Map<String, ItemSummary> after, int both) {
        return "the items differ: " + missing(after, before, "this run's", "the baseline") + ", and "
                + missing(before, after, "the baseline's", "this run") + "; evaluate the same items"
                + (both == 0 ? "" : ", pass -Dgate.items=common to compare the " + both + " that both have") + ", "
                + OTHER_BASELINE;
    }

    private static String missing(
            Map<String, ItemSummary> of, Map<String, ItemSummary> from, String whose, String where) {
        List<String> missing =
                of.keySet().stream().filter(id -> !from.containsKey(id)).toList();
        return missing.size() + " of " + whose + " " + of.size() + " are not in " + where + named(missing);
    }

    private static String named(List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        return " (" + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
                + (ids.size() > NAMED ? ", ..." : "") + ")";
    }

    private void refuseOtherPrompts(SuiteItems before, SuiteItems after) {
        List<String> other = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            String digest = candidate.get(i).promptSha256();
            if (!digest.isEmpty() && !digest.equals(baseline.get(i).promptSha256())) {
                other.add(baseline.get(i).id());
            }
        }
        if (!other.isEmpty()) {
            String shots = before.shots() == after.shots()
                    ? ""
                    : "; the baseline has " + before.shots() + " shots and this run " + after.shots();
            throw new ComparisonRefused(
                    "the prompts of " + other.size() + " items differ from the baseline's" + named(other) + shots
                            + "; evaluate with the same data, shots, form and version, " + OTHER_BASELINE);
        }
    }

    /** Equal prompts can have other gold. Files of other subjects than the baseline's have another digest, which says nothing. */
    private void refuseOtherData(SuiteItems before, SuiteItems after) {
        List<String> other = new ArrayList<>();
        for (int i = 0; i < baseline.size(); i++) {
            String now = candidate.get(i).gold();
            String then = baseline.get(i).gold();
            if (!now.isEmpty() && !then.isEmpty() && !now.equals(then)) {
                other.add(baseline.get(i).id());
            }
        }
        boolean otherFiles = !before.dataSha256().equals(after.dataSha256());
        if (!other.isEmpty() || otherFiles && unmatched == 0) {
            throw new ComparisonRefused("the data differ: SHA-256 " + before.dataSha256() + " in the baseline, "
                    + after.dataSha256() + " here"
                    + (other.isEmpty() ? "" : ", with other gold for " + other.size() + " items" + named(other))
                    + "; evaluate on the same data, " + OTHER_BASELINE);
        }
    }
}
