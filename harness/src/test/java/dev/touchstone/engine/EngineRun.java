package dev.touchstone.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.touchstone.testing.ColourSuites;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Drives the engine from outside: some properties, some selectors, and what came of them. */
final class EngineRun {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** A run on the colour suites in that folder, with the fake model. */
    static EngineRun in(Path folder) {
        return in(folder, ColourSuites.ITEMS);
    }

    /** The same with that many items in each subject. */
    static EngineRun in(Path folder, int items) {
        ColourSuites.write(folder.resolve("data"), items);
        return new EngineRun()
                .with("data", folder.resolve("data").toString())
                .with("output", folder.resolve("output").toString())
                .with("model", "fake:");
    }

    EngineRun with(String name, String value) {
        parameters.put("touchstone." + name, value);
        return this;
    }

    EngineRun without(String name) {
        parameters.remove("touchstone." + name);
        return this;
    }

    /** Executes the shipped anchor class. */
    EngineExecutionResults execute() {
        return execute(selectClass(BenchmarksTest.class));
    }

    EngineExecutionResults execute(DiscoverySelector... selectors) {
        return kit(selectors).execute();
    }

    EngineDiscoveryResults discover(DiscoverySelector... selectors) {
        return kit(selectors).discover();
    }

    /** Messages of the issues that the shipped anchor class gives. */
    List<String> issues() {
        return discover(selectClass(BenchmarksTest.class)).getDiscoveryIssues().stream()
                .map(DiscoveryIssue::message)
                .toList();
    }

    /** Display names of the tests that the selectors give, in order. */
    List<String> tests(DiscoverySelector... selectors) {
        return tests(discover(selectors).getEngineDescriptor())
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    private static Stream<TestDescriptor> tests(TestDescriptor node) {
        return node.isTest() ? Stream.of(node) : node.getChildren().stream().flatMap(EngineRun::tests);
    }

    EngineTestKit.Builder kit(DiscoverySelector... selectors) {
        return EngineTestKit.engine(new TouchstoneEngine())
                .configurationParameters(parameters)
                .selectors(selectors);
    }
}
