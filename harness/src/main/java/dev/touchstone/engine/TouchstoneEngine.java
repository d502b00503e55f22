package dev.touchstone.engine;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.config.Property;
import dev.touchstone.config.RunConfiguration;
import java.util.HashSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * The JUnit Platform engine {@code touchstone}: benchmarks as tests.
 *
 * <p>Selectors: class (with {@link Benchmarks}), package and class-path root (for such classes), unique id, URI ({@code touchstone:}
 * followed by what the property {@code suite} takes), and directory (a folder with published files). The tree is suite, variant, subject,
 * item; below the class or folder when one was selected.
 *
 * <p>Subjects run one after another unless {@code touchstone.execution.parallel.enabled} is true; {@code
 * touchstone.execution.parallel.config.*} then are JUnit's parameters of the same names. The model has its own threads either way.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TouchstoneEngine extends HierarchicalTestEngine<EngineContext> {

    /** The engine's id. */
    public static final String ID = "touchstone";

    private static final String PARALLEL = Property.PREFIX + "execution.parallel.";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        RunDescriptor root = new RunDescriptor(uniqueId);
        new Discovery(request, root).discover();
        return root;
    }

    @Override
    protected EngineContext createExecutionContext(ExecutionRequest request) {
        return EngineContext.of(read(request.getConfigurationParameters()));
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        if (parameters.getBoolean(PARALLEL + "enabled").orElse(false)) {
            return new ForkJoinPoolHierarchicalTestExecutorService(
                    new PrefixedConfigurationParameters(parameters, PARALLEL + "config."));
        }
        return super.createExecutorService(request);
    }

    static ConfigurationReader reader(ConfigurationParameters parameters) {
        return new ConfigurationReader(parameters::get);
    }

    /** Names of all parameters and system properties. */
    static Set<String> names(ConfigurationParameters parameters) {
        Set<String> names = new HashSet<>(parameters.keySet());
        names.addAll(System.getProperties().stringPropertyNames());
        return names;
    }

    private static RunConfiguration read(ConfigurationParameters parameters) {
        return reader(parameters).read(Set.of());
    }
}
