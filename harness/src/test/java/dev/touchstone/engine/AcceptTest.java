package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.testing.FakeModelProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptTest {

    @TempDir
    Path folder;

    private EngineRun run;
    private Path baseline;

    @BeforeEach
    void prepare() {
        baseline = folder.resolve("baseline.json");
        run = EngineRun.in(folder)
                .with("suite", "colours/red")
                .with("baseline", baseline.toString())
                .with("gate.regression", "0")
                .with("gate.accept", "true");
    }

    @Test
    void aRunIsRecordedAndNotComparedWithTheOldBaseline() throws IOException {
        run.execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(displayName("baseline " + baseline + ": this run was recorded"), finishedSuccessfully()));
        String first = Files.readString(baseline);
        run.with("model", "fake:wrong:0-6").execute().testEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(Files.readString(baseline)).isNotEqualTo(first).contains("fake:wrong:0-6");
    }

    @Test
    void anEarlierRunIsRecordedWithoutEvaluatingAnything() throws IOException {
        run.execute();
        String first = Files.readString(baseline);
        Path earlier = Files.move(baseline, folder.resolve("earlier.json"));
        int before = FakeModelProvider.ANSWERED.get();
        run.with("gate.accept", earlier.toString())
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1));
        assertThat(Files.readString(baseline)).isEqualTo(first);
        assertThat(FakeModelProvider.ANSWERED.get()).isEqualTo(before);
    }

    @Test
    void aRunThatIsNotThereCanNotBeRecorded() {
        assertThat(run.with("gate.accept", "20260101-1").issues())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("baseline '20260101-1' was not found: ");
    }

    @Test
    void aRunWithErrorsIsNoBaseline() {
        run.with("model", "fake:question 3")
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text -> text.startsWith("run 2")
                                && text.endsWith(" can't be a baseline: suite 'colours' has 1 items that could not be "
                                        + "evaluated; run it again")))));
        assertThat(baseline).doesNotExist();
    }
}
