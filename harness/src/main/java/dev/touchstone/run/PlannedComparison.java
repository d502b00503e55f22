package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.GatePlan.SuiteUnderVariant;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.prompt.PromptBuilder;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds out before anything is evaluated whether a run will be comparable with its baseline: nobody wants to hear of it an hour later. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PlannedComparison {

    private PlannedComparison() {}

    /**
     * Compares items, data, and the first prompt of each subject.
     *
     * @param common whether items that only one of the runs has are left out
     * @throws ComparisonRefused if something differs; the message names it for each suite
     */
    public static void check(Baseline baseline, List<SuiteUnderVariant> suites, boolean common) {
        List<String> refusals = new ArrayList<>();
        for (SuiteUnderVariant suite : suites) {
            try {
                baseline.match(planned(suite), common);
            } catch (ComparisonRefused e) {
                refusals.add(suite.planned().suite().id() + " " + suite.variant()
                        + " can't be compared with the baseline: " + e.getMessage());
            }
        }
        if (!refusals.isEmpty()) {
            throw new ComparisonRefused(String.join("\n", refusals));
        }
    }

    private static SuiteItems planned(SuiteUnderVariant suite) {
        PlannedSuite planned = suite.planned();
        List<ItemSummary> items = new ArrayList<>();
        for (PlannedSubject subject : planned.subjects()) {
            String first =
                    new PromptBuilder(subject).build(subject.items().get(0)).sha256();
            for (Item item : subject.items()) {
                boolean isFirst = item.equals(subject.items().get(0));
                items.add(unanswered(subject.itemId(item), isFirst ? first : ""));
            }
        }
        return new SuiteItems(
                planned.suite().id(),
                suite.variant(),
                RunKey.ofData(planned),
                planned.subjects().get(0).shots().count(),
                true,
                items);
    }

    private static ItemSummary unanswered(String id, String promptSha256) {
        return new ItemSummary(id, promptSha256, "", "", Outcome.ERROR, Map.of(), Map.of());
    }
}
