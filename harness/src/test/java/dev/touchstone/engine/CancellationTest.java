package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.RecordingReport;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Cancellation came with JUnit 6, so this test reaches it by reflection and is skipped on JUnit 5. */
class CancellationTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void aCancelledRunStopsSoonAndKeepsWhatItHas() throws Exception {
        Optional<Class<?>> tokenType = ReflectionSupport.tryToLoadClass("org.junit.platform.engine.CancellationToken")
                .toOptional();
        assumeTrue(tokenType.isPresent(), "this JUnit Platform has no CancellationToken; it came with 6.0");
        Object token = tokenType.get().getMethod("create").invoke(null);
        EngineTestKit.Builder kit = EngineRun.in(folder)
                .with("suite", "colours")
                .with("model", "fake:hang:red val question 4")
                .kit(selectClass(BenchmarksTest.class));
        Method setter = EngineTestKit.Builder.class.getMethod("cancellationToken", tokenType.get());
        setter.invoke(kit, token);
        cancelSoon(token);
        EngineExecutionResults results = kit.execute();
        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(0));
        results.allEvents().assertStatistics(stats -> stats.failed(0));
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.finished()).isFalse();
        assertThat(suite.outcomes().total()).isEqualTo(4);
        assertThat(suite.planned()).isEqualTo(18);
    }

    /** The fake model hangs before the fifth item until its subject is cancelled. */
    private static void cancelSoon(Object token) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(500);
                token.getClass().getMethod("cancel").invoke(token);
            } catch (ReflectiveOperationException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
