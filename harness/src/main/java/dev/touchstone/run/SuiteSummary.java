package dev.touchstone.run;

import dev.touchstone.config.ScoringMode.Kind;
import dev.touchstone.metric.ClusteredScores;
import dev.touchstone.metric.ItemMetrics;
import dev.touchstone.metric.MetricChoice;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Clustered;
import dev.touchstone.result.SuiteResult.Performance;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        Map<String, Estimate> metrics = metrics(subjects, items);
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
                mode(planned),
                items.size() == planned.itemCount(),
                planned.itemCount(),
                metrics,
                OutcomeCounts.of(items),
                suite.groups().stream().flatMap(group -> group(group, subjects)).toList(),
                subjects,
                performance(items, wallNanos),
                itemsFile,
                clustered(metrics.keySet(), items));
    }

    /** By passage where the suite has such, else by subject where there are several. */
    private @Nullable Clustered clustered(Set<String> metrics, List<ItemResult> items) {
        @Nullable String passage = planned.subjects().get(0).task().data().passage();
        if (passage == null) {
            return ClusteredScores.of("subject", metrics, items, ItemResult::subject);
        }
        Map<String, Object> passages = new HashMap<>();
        planned.subjects()
                .forEach(subject -> subject.items().forEach(item -> {
                    String text = item.fields().getOrDefault(passage, "");
                    String id = subject.itemId(item);
                    passages.put(id, text.isBlank() ? id : text);
                }));
        return ClusteredScores.of("passage", metrics, items, item -> passages.get(item.id()));
    }

    /** How items are scored; the subjects of a suite are all scored in the same way. */
    static String mode(PlannedSuite planned) {
        PlannedSubject first = planned.subjects().get(0);
        if (Stream.of(Kind.PPL_SEQUENCE, Kind.CLP, Kind.THRESHOLD).anyMatch(first::isIn)) {
            return first.asking().mode().orElseThrow().name();
        }
        return switch (first.task().outputType()) {
            case MULTIPLE_CHOICE, LOGLIKELIHOOD -> "loglikelihood";
            case GENERATE_UNTIL -> "generate";
            case LOGLIKELIHOOD_ROLLING -> "rolling loglikelihood";
            case LOGLIKELIHOOD_WINDOWS -> "windows of 512 tokens";
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
                ItemMetrics.of(MetricChoice.of(plannedSubject.metrics(), items), items),
                OutcomeCounts.of(items),
                items));
    }

    private Stream<GroupResult> group(Group group, List<SubjectResult> subjects) {
        List<SubjectResult> members = subjects.stream()
                .filter(subject -> inGroup(group).contains(subject.subject()))
                .toList();
        if (members.isEmpty()) {
            return Stream.empty();
        }
        List<ItemResult> items =
                members.stream().flatMap(subject -> subject.items().stream()).toList();
        return Stream.of(new GroupResult(
                group.id(),
                group.title(),
                members.stream().map(SubjectResult::subject).toList(),
                metrics(members, items),
                OutcomeCounts.of(items)));
    }

    private List<String> inGroup(Group group) {
        return suite.subjects().stream().filter(group::has).map(Subject::id).toList();
    }

    /** Only what is measured in all subjects can be summed up; before the first item has a result, that is what is planned. */
    private Map<String, Estimate> metrics(List<SubjectResult> subjects, List<ItemResult> items) {
        List<Set<String>> bySubject = subjects.isEmpty()
                ? planned.subjects().stream()
                        .map(subject -> Set.copyOf(subject.metrics()))
                        .toList()
                : subjects.stream().map(subject -> subject.metrics().keySet()).toList();
        List<String> named = planned.subjects().get(0).metrics();
        return ItemMetrics.of(MetricChoice.common(named, bySubject, items), items);
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
