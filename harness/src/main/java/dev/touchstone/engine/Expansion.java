package dev.touchstone.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.discovery.SuiteSelection;
import dev.touchstone.suites.Suite;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * Says which nodes are below a node, one level at a time: JUnit adds what a node's selectors resolve to directly to that node. A subject
 * whose data are bad is left out; the plan has noted why.
 */
final class Expansion {

    private final Nodes nodes;

    Expansion(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The suites of a selection, below the run, an anchor class or a data folder; none of those that there is no data to plan with. */
    Set<DiscoverySelector> below(UniqueId parent, List<SuiteSelection> selections) {
        Map<Suite, List<SuiteSelection>> bySuite = selections.stream()
                .collect(Collectors.groupingBy(SuiteSelection::suite, LinkedHashMap::new, Collectors.toList()));
        return bySuite.entrySet().stream()
                .map(entry ->
                        new Branch(parent.append(Segments.SUITE, entry.getKey().id()), entry.getValue()))
                .filter(branch -> nodes.planner(branch.id()).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All that is below a node. */
    Set<DiscoverySelector> of(UniqueId id) {
        switch (id.getLastSegment().getType()) {
            case Segments.SUITE, Segments.VARIANT:
                return nodes.suite(id)
                        .map(suite -> of(new Branch(
                                id, List.of(new SuiteSelection(suite, suite.subjects(), OptionalInt.empty())))))
                        .orElseGet(Set::of);
            case Segments.SUBJECT:
                return nodes.planned(id).stream()
                        .flatMap(planned -> planned.items().stream())
                        .map(item -> selectUniqueId(id.append(Segments.ITEM, String.valueOf(item.index()))))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            default:
                return Set.of();
        }
    }

    /** The selected part of what is below a node. */
    Set<DiscoverySelector> of(Branch branch) {
        UniqueId id = branch.id();
        switch (id.getLastSegment().getType()) {
            case Segments.SUITE:
                return nodes.isAudit()
                        ? Set.of(nodes.audit(id, branch.selections()))
                        : nodes.variants(id).stream()
                                .map(variant ->
                                        new Branch(id.append(Segments.VARIANT, variant.id()), branch.selections()))
                                .collect(Collectors.toCollection(LinkedHashSet::new));
            case Segments.VARIANT:
                return subjectsAndCheck(id, branch.selections());
            case Segments.SUBJECT:
                return branch.selections().stream()
                        .map(selection -> selection.item().orElseThrow())
                        .map(item -> id.append(Segments.ITEM, String.valueOf(item)))
                        .filter(item -> nodes.create(item).isPresent())
                        .map(DiscoverySelectors::selectUniqueId)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            default:
                return Set.of();
        }
    }

    private Set<DiscoverySelector> subjectsAndCheck(UniqueId variant, List<SuiteSelection> selections) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        selections.stream()
                .filter(selection -> selection.item().isEmpty())
                .flatMap(selection -> selection.subjects().stream())
                .map(subject -> variant.append(Segments.SUBJECT, subject.id()))
                .filter(id -> nodes.planned(id).isPresent())
                .forEach(id -> selectors.add(selectUniqueId(id)));
        singleItems(variant, selections)
                .filter(branch -> !selectors.contains(selectUniqueId(branch.id())))
                .filter(branch -> nodes.planned(branch.id()).isPresent())
                .forEach(selectors::add);
        if (!selectors.isEmpty()) {
            selectors.add(selectUniqueId(variant.append(Segments.CHECK, Segments.COMPLETE)));
        }
        return selectors;
    }

    /** A branch for each subject of which single items are selected. */
    private static Stream<Branch> singleItems(UniqueId variant, List<SuiteSelection> selections) {
        Map<UniqueId, List<SuiteSelection>> bySubject = selections.stream()
                .filter(selection -> selection.item().isPresent())
                .collect(Collectors.groupingBy(
                        selection -> variant.append(
                                Segments.SUBJECT, selection.subjects().get(0).id()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bySubject.entrySet().stream().map(entry -> new Branch(entry.getKey(), entry.getValue()));
    }
}
