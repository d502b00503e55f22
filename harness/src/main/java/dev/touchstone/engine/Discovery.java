package dev.touchstone.engine;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.config.RunConfiguration;
import dev.touchstone.model.ModelException;
import dev.touchstone.run.Models;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Builds the tree of what a request selects. Everything that is wrong is reported as an issue of severity ERROR, which fails the build:
 * an empty tree would let it pass.
 */
final class Discovery {

    /** Problems that are listed; who has more mends these first. */
    private static final int LISTED = 20;

    private final EngineDiscoveryRequest request;
    private final RunDescriptor root;
    private final Set<String> problems = new LinkedHashSet<>();

    Discovery(EngineDiscoveryRequest request, RunDescriptor root) {
        this.request = request;
        this.root = root;
    }

    void discover() {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        ConfigurationReader reader = TouchstoneEngine.reader(parameters);
        RunConfiguration configuration = reader.read(TouchstoneEngine.names(parameters));
        List<Suite> all = SuiteCatalog.load().all();
        Selections selections = new Selections(configuration, all);
        resolve(selections);
        if (selections.anythingSelected()) {
            problems.addAll(reader.problems());
            problems.addAll(selections.problems());
            if (!configuration.audit()) {
                checkModel(configuration);
            }
            checkItems();
            addGates(configuration, all);
        }
        reportProblems();
    }

    private void reportProblems() {
        problems.stream().limit(LISTED).forEach(this::report);
        if (problems.size() > LISTED) {
            report("and " + (problems.size() - LISTED) + " more problems");
        }
    }

    private void resolve(Selections selections) {
        EngineDiscoveryRequestResolver.<RunDescriptor>builder()
                .addClassContainerSelectorResolver(type -> type.isAnnotationPresent(Benchmarks.class))
                .addSelectorResolver(context -> new BenchmarkResolver(selections, context.getClassNameFilter()))
                .build()
                .resolve(request, root);
        root.accept(node -> {
            if (node instanceof VariantDescriptor variant) {
                variant.orderSubjects();
            }
        });
    }

    /** Who picks single nodes, to look into them or to repeat what failed, is not after a verdict. */
    private void addGates(RunConfiguration configuration, List<Suite> all) {
        boolean onlyNodes = request.getSelectorsByType(DiscoverySelector.class).stream()
                .allMatch(UniqueIdSelector.class::isInstance);
        if (!onlyNodes) {
            problems.addAll(new GateNodes(root, configuration, all).add());
        }
    }

    private void checkModel(RunConfiguration configuration) {
        Models models = Models.load();
        Optional<String> model = models.chosen(configuration);
        if (model.isEmpty()) {
            problems.add("no model to evaluate; pass -Dmodel=NAME, legal: " + models.usages()
                    + " (such as -Dmodel=gguf:models/small.gguf)");
            return;
        }
        try {
            models.check(model.get());
        } catch (ModelException e) {
            problems.add(e.getMessage());
            return;
        }
        configuration.precisions().forEach(precision -> checkPrecision(models, model.get(), precision));
    }

    private void checkPrecision(Models models, String model, String precision) {
        try {
            models.checkPrecision(model, precision);
        } catch (ModelException e) {
            problems.add(e.getMessage());
        }
    }

    /** Nothing to evaluate is an error, unless something else is known to be the reason. */
    private void checkItems() {
        if (problems.isEmpty() && !containsItem(root)) {
            problems.add("nothing to evaluate: the selected suites have no item; check -Dsuite and -Ddata");
        }
    }

    private static boolean containsItem(TestDescriptor descriptor) {
        return descriptor instanceof ItemDescriptor
                || descriptor instanceof AuditDescriptor
                || descriptor.getChildren().stream().anyMatch(Discovery::containsItem);
    }

    private void report(String problem) {
        request.getDiscoveryListener()
                .issueEncountered(root.getUniqueId(), DiscoveryIssue.create(Severity.ERROR, problem));
    }
}
