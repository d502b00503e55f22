package dev.touchstone.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.discovery.SuiteSelection;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.Planner;
import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Resolves selectors to nodes of the tree. A class, URI or folder stands for the unique ids of what it selects; a unique id creates its
 * node and the nodes above it, and stands for all nodes below it.
 */
final class BenchmarkResolver implements SelectorResolver {

    /** The one variant there is so far: weights as stored. */
    private static final Variant NATIVE = new Variant("native");

    private final Selections selections;
    private final Predicate<String> classNameFilter;

    BenchmarkResolver(Selections selections, Predicate<String> classNameFilter) {
        this.selections = selections;
        this.classNameFilter = classNameFilter;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        if (!classNameFilter.test(selector.getClassName())) {
            return Resolution.unresolved();
        }
        return anchor(selector.getJavaClass(), context);
    }

    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        if (!TouchstoneEngine.ID.equals(selector.getUri().getScheme())) {
            return Resolution.unresolved();
        }
        String fragment = selector.getUri().getFragment();
        String expression = selector.getUri().getSchemeSpecificPart() + (fragment == null ? "" : "#" + fragment);
        return context.addToParent(root -> Optional.of(root))
                .map(root -> Resolution.selectors(below(root.getUniqueId(), selections.select(expression))))
                .orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath().toAbsolutePath().normalize();
        boolean ofOneSuite = selections.isSuiteFolder(folder);
        Path data = ofOneSuite ? folder.getParent() : folder;
        List<SuiteSelection> selected = selections.ofDataFolder(data).stream()
                .filter(selection ->
                        !ofOneSuite || selection.suite().data().evaluation().startsWith(folder.getFileName() + "/"))
                .toList();
        return context.addToParent(root -> Optional.of(dataFolder(root, data)))
                .map(node -> Resolution.match(Match.exact(node, () -> below(node.getUniqueId(), selected))))
                .orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        if (!id.getEngineId().filter(TouchstoneEngine.ID::equals).isPresent()) {
            return Resolution.unresolved();
        }
        switch (last.getType()) {
            case Segments.CLASS:
                return ReflectionSupport.tryToLoadClass(last.getValue())
                        .toOptional()
                        .map(type -> anchor(type, context))
                        .orElseGet(Resolution::unresolved);
            case Segments.DATA:
                return node(context, id, parent -> Optional.of(dataFolder(parent, Path.of(last.getValue()))), Set::of);
            case Segments.SUITE:
                return node(context, id, parent -> suite(id), () -> Set.of(variantSelector(id)));
            case Segments.VARIANT:
                return node(context, id, parent -> variant(id), () -> belowVariant(id));
            case Segments.SUBJECT:
                return node(context, id, parent -> subject(id), () -> items(id));
            case Segments.ITEM:
                return node(context, id, parent -> item(id), Set::of);
            case Segments.CHECK:
                return node(
                        context,
                        id,
                        parent -> Optional.of(new CompletenessDescriptor(id, value(id, Segments.SUITE))),
                        Set::of);
            default:
                return Resolution.unresolved();
        }
    }

    private Resolution anchor(Class<?> type, Context context) {
        Benchmarks benchmarks = type.getAnnotation(Benchmarks.class);
        if (benchmarks == null) {
            return Resolution.unresolved();
        }
        List<SuiteSelection> selected = selections.ofAnchor(List.of(benchmarks.value()));
        if (selected.isEmpty()) {
            return Resolution.unresolved();
        }
        return context.addToParent(root -> Optional.of(new ContainerDescriptor(
                        root.getUniqueId().append(Segments.CLASS, type.getName()),
                        type.getSimpleName(),
                        ClassSource.from(type))))
                .map(node -> Resolution.match(Match.exact(node, () -> below(node.getUniqueId(), selected))))
                .orElseGet(Resolution::unresolved);
    }

    private static Resolution node(
            Context context,
            UniqueId id,
            Function<TestDescriptor, Optional<TestDescriptor>> creator,
            Supplier<Set<? extends DiscoverySelector>> children) {
        return context.addToParent(() -> selectUniqueId(id.removeLastSegment()), creator)
                .map(node -> Resolution.match(Match.exact(node, children)))
                .orElseGet(Resolution::unresolved);
    }

    private static ContainerDescriptor dataFolder(TestDescriptor root, Path folder) {
        return new ContainerDescriptor(root.getUniqueId().append(Segments.DATA, folder.toString()), folder.toString());
    }

    private Optional<TestDescriptor> suite(UniqueId id) {
        String name = id.getLastSegment().getValue();
        Optional<Suite> suite = selections.suite(name);
        if (suite.isEmpty()) {
            selections.unknown("suite", name);
        }
        return suite.map(s -> new ContainerDescriptor(id, s.title()));
    }

    private Optional<TestDescriptor> variant(UniqueId id) {
        return selections
                .suite(value(id, Segments.SUITE))
                .flatMap(suite -> planner(id)
                        .map(planner -> new VariantDescriptor(
                                id, suite, NATIVE, planner.data().kind())));
    }

    private Optional<TestDescriptor> subject(UniqueId id) {
        return planned(id).map(planned -> new SubjectDescriptor(id, planned));
    }

    private Optional<TestDescriptor> item(UniqueId id) {
        int index = Integer.parseInt(id.getLastSegment().getValue());
        return selections
                .suite(value(id, Segments.SUITE))
                .flatMap(suite -> suite.subject(value(id, Segments.SUBJECT))
                        .flatMap(subject -> planner(id).flatMap(planner -> planner.planItem(suite, subject, index))))
                .map(planned -> new ItemDescriptor(id, planned, planned.items().get(0)));
    }

    private Optional<PlannedSubject> planned(UniqueId id) {
        String name = value(id, Segments.SUBJECT);
        Optional<Suite> suite = selections.suite(value(id, Segments.SUITE));
        if (suite.isPresent() && suite.get().subject(name).isEmpty()) {
            selections.unknown("subject", name);
        }
        return suite.flatMap(s ->
                s.subject(name).flatMap(subject -> planner(id).flatMap(planner -> planner.plan(s, subject))));
    }

    private Optional<Planner> planner(UniqueId id) {
        Optional<Path> folder = id.getSegments().stream()
                .filter(segment -> segment.getType().equals(Segments.DATA))
                .map(segment -> Path.of(segment.getValue()))
                .findFirst();
        return selections.planner(folder);
    }

    /** Selectors of all that a selection names: subjects or items, and the check of each suite that is selected by subjects. */
    private static Set<DiscoverySelector> below(UniqueId parent, List<SuiteSelection> selected) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        for (SuiteSelection selection : selected) {
            UniqueId variant =
                    parent.append(Segments.SUITE, selection.suite().id()).append(Segments.VARIANT, NATIVE.id());
            selection.subjects().forEach(subject -> {
                UniqueId id = variant.append(Segments.SUBJECT, subject.id());
                selectors.add(selectUniqueId(
                        selection.item().isPresent()
                                ? id.append(
                                        Segments.ITEM,
                                        String.valueOf(selection.item().getAsInt()))
                                : id));
            });
            selectors.add(selectUniqueId(variant.append(Segments.CHECK, Segments.COMPLETE)));
        }
        return selectors;
    }

    private static DiscoverySelector variantSelector(UniqueId suite) {
        return selectUniqueId(suite.append(Segments.VARIANT, NATIVE.id()));
    }

    private Set<DiscoverySelector> belowVariant(UniqueId variant) {
        UniqueId parent = variant.removeLastSegment().removeLastSegment();
        return selections
                .suite(value(variant, Segments.SUITE))
                .map(suite -> below(
                        parent, List.of(new SuiteSelection(suite, suite.subjects(), java.util.OptionalInt.empty()))))
                .orElseGet(Set::of);
    }

    private Set<DiscoverySelector> items(UniqueId subject) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        planned(subject).map(PlannedSubject::items).orElse(List.of()).stream()
                .map(Item::index)
                .map(index -> selectUniqueId(subject.append(Segments.ITEM, String.valueOf(index))))
                .forEach(selectors::add);
        return selectors;
    }

    private static String value(UniqueId id, String type) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(type))
                .map(UniqueId.Segment::getValue)
                .findFirst()
                .orElse("");
    }
}
