package dev.touchstone.run;

import dev.touchstone.metric.ItemMetrics;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Performance;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sums up the items of a suite by subject, by group, and as a whole. */
final class SuiteSummary {

    private final PlannedSuite planned;
    private final Suite suite;
    private final Variant variant;
    private final ModelDescription model;
    private final Path itemsFile;

    /** @param model as loaded for the variant */
    SuiteSummary(PlannedVariant planned, ModelDescription model, Path itemsFile) {
        this.planned = planned.suite();
        this.suite = this.planned.suite();
        this.variant = planned.variant();
        this.model = model;
        this.itemsFile = itemsFile;
    }

    /** @param evaluated in any order; figures are made in the suite's order, so that they have the same bits in every run */
    SuiteResult summarize(Collection<ItemResult> evaluated, long wallNanos) {
        List<SubjectResult> subjects = planned.subjects().stream()
                .flatMap(subject -> subject(subject, evaluated))
                .toList();
        List<ItemResult> items =
                subjects.stream().flatMap(subject -> subject.items().stream()).toList();
        return new SuiteResult(
                suite.id(),
                suite.title(),
                suite.language(),
                suite.capability(),
                planned.dataKind(),
                RunKey.ofData(planned),
                variant,
                model,
                planned.subjects().get(0).shots().count(),
                mode(),
                items.size() == planned.itemCount(),
                planned.itemCount(),
                ItemMetrics.of(planned.metrics(), items),
                OutcomeCounts.of(items),
                suite.groups().stream().flatMap(group -> group(group, subjects)).toList(),
                subjects,
                performance(items, wallNanos),
                itemsFile);
    }

    /** How items are scored; the subjects of a suite are all scored in the same way. */
    private String mode() {
        return switch (planned.subjects().get(0).task().outputType()) {
            case MULTIPLE_CHOICE, LOGLIKELIHOOD -> "loglikelihood";
            case GENERATE_UNTIL -> "generate";
            case LOGLIKELIHOOD_ROLLING -> "rolling loglikelihood";
            case CHECK -> SuiteResult.CHECK;
        };
    }

    private Stream<SubjectResult> subject(PlannedSubject plannedSubject, Collection<ItemResult> all) {
        Subject subject = plannedSubject.subject();
        List<ItemResult> items = all.stream()
                .filter(item -> item.subject().equals(subject.id()))
                .sorted(Comparator.comparingInt(ItemResult::index))
                .toList();
        if (items.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new SubjectResult(
                subject.id(),
                subject.title(),
                subject.localTitle(),
                subject.group(),
                ItemMetrics.of(plannedSubject.metrics(), items),
                OutcomeCounts.of(items),
                items));
    }

    private Stream<GroupResult> group(Group group, List<SubjectResult> subjects) {
        List<ItemResult> items = subjects.stream()
                .filter(subject -> subject.group().equals(group.id()))
                .flatMap(subject -> subject.items().stream())
                .toList();
        if (items.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new GroupResult(
                group.id(), group.title(), ItemMetrics.of(inGroup(group).metrics(), items), OutcomeCounts.of(items)));
    }

    private PlannedSuite inGroup(Group group) {
        return new PlannedSuite(
                suite,
                planned.dataKind(),
                planned.subjects().stream()
                        .filter(subject -> subject.subject().group().equals(group.id()))
                        .toList());
    }

    private static Performance performance(List<ItemResult> items, long wallNanos) {
        return new Performance(
                wallNanos,
                items.stream().mapToLong(item -> item.timing().modelNanos()).sum(),
                items.stream()
                        .mapToLong(
                                item -> item.tokens().prompt() + item.tokens().scored())
                        .sum(),
                items.stream().mapToLong(item -> item.timing().computedTokens()).sum(),
                (int) items.stream()
                        .filter(item -> item.tokens().truncated() > 0)
                        .count());
    }
}
