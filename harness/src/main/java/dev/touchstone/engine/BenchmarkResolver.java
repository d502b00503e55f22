package dev.touchstone.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.discovery.SuiteSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves selectors to nodes of the tree, and each node to the selectors of what is below it. */
final class BenchmarkResolver implements SelectorResolver {

    private final Selections selections;
    private final Nodes nodes;
    private final Expansion expansion;
    private final Predicate<String> classNameFilter;

    BenchmarkResolver(Selections selections, Predicate<String> classNameFilter) {
        this.selections = selections;
        this.nodes = new Nodes(selections);
        this.expansion = new Expansion(nodes);
        this.classNameFilter = classNameFilter;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return classNameFilter.test(selector.getClassName())
                ? anchor(selector.getJavaClass(), context)
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        if (!TouchstoneEngine.ID.equals(selector.getUri().getScheme())) {
            return Resolution.unresolved();
        }
        String fragment = selector.getUri().getFragment();
        String expression = selector.getUri().getSchemeSpecificPart() + (fragment == null ? "" : "#" + fragment);
        UniqueId root = UniqueId.forEngine(TouchstoneEngine.ID);
        return Resolution.selectors(expansion.below(root, selections.select(expression)));
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath().toAbsolutePath().normalize();
        Optional<Path> parent = selections.dataFolderOf(folder);
        List<SuiteSelection> selected =
                parent.isPresent() ? selections.ofSuiteFolder(folder) : selections.ofDataFolder(folder);
        UniqueId data = UniqueId.forEngine(TouchstoneEngine.ID)
                .append(Segments.DATA, parent.orElse(folder).toString());
        return node(context, data, () -> expansion.below(data, selected));
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        if (id.getEngineId().filter(TouchstoneEngine.ID::equals).isEmpty()) {
            return Resolution.unresolved();
        }
        if (id.getLastSegment().getType().equals(Segments.CLASS)) {
            return ReflectionSupport.tryToLoadClass(id.getLastSegment().getValue())
                    .toOptional()
                    .map(type -> anchor(type, context))
                    .orElseGet(Resolution::unresolved);
        }
        return node(context, id, () -> expansion.of(id));
    }

    /** Resolves a {@link Branch}. */
    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        return selector instanceof Branch branch
                ? node(context, branch.id(), () -> expansion.of(branch))
                : Resolution.unresolved();
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
        UniqueId id = UniqueId.forEngine(TouchstoneEngine.ID).append(Segments.CLASS, type.getName());
        return context.addToParent(
                        root -> Optional.of(new ContainerDescriptor(id, type.getSimpleName(), ClassSource.from(type))))
                .map(node -> Resolution.match(Match.exact(node, () -> expansion.below(id, selected))))
                .orElseGet(Resolution::unresolved);
    }

    private Resolution node(Context context, UniqueId id, Supplier<Set<? extends DiscoverySelector>> children) {
        return context.addToParent(() -> selectUniqueId(id.removeLastSegment()), parent -> nodes.create(id))
                .map(node -> Resolution.match(Match.exact(node, children)))
                .orElseGet(Resolution::unresolved);
    }
}
