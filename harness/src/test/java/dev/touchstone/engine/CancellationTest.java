package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Cancellation came with JUnit 6, so this test reaches it by reflection and is skipped on JUnit 5. */
class CancellationTest {

    @TempDir
    Path folder;

    @Test
    void aCancelledRunStopsSoonAndKeepsWhatItHas() throws Exception {
        Optional<Class<?>> tokenType = ReflectionSupport.tryToLoadClass("org.junit.platform.engine.CancellationToken")
                .toOptional();
        assumeTrue(tokenType.isPresent(), "this JUnit Platform has no CancellationToken; it came with 6.0");
        Object token = tokenType.get().getMethod("create").invoke(null);
        Method cancel = tokenType.get().getMethod("cancel");
        FakeModelProvider.hook = () -> ReflectionSupport.invokeMethod(cancel, token);
        EngineTestKit.Builder kit = EngineRun.in(folder)
                .with("suite", "colours,shapes")
                .with("model", "fake:hook:red val question 4")
                .kit(selectClass(BenchmarksTest.class));
        EngineTestKit.Builder.class
                .getMethod("cancellationToken", tokenType.get())
                .invoke(kit, token);
        EngineExecutionResults results = kit.execute();
        results.allEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(results.allEvents().skipped().count()).isPositive();
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.finished()).isFalse();
        assertThat(suite.planned()).isEqualTo(18);
        assertThat(suite.subjects()).extracting("subject").containsExactly("red");
        Path state = RecordingReport.latest().run().folder().resolve("run.json");
        assertThat(Files.readString(state)).contains("\"finished\":false");
    }
}
